import path from 'node:path'

// Plain JavaScript: `npm start` checks the setting before anything is installed.

const DEFAULT_URL = 'file:data/hotsheet.db'

/**
 * The database's address, from `DATABASE_URL` or the default file.
 *
 * @param {string | undefined} value what the environment says; undefined or empty means the default
 * @returns {string} a `file:` URL whose path is absolute (relative ones are taken from the working directory)
 * @throws {Error} with what was found and what is expected, when it is not a `file:` URL with a path
 */
export function databaseUrl(value = process.env.DATABASE_URL) {
  const url = value?.trim() || DEFAULT_URL
  const file = url.startsWith('file:') ? url.slice('file:'.length) : ''
  if (!file || file.endsWith('/')) {
    throw new Error(
      `DATABASE_URL is "${url}", but Hotsheet expects a SQLite file such as "${DEFAULT_URL}". ` +
        'Set it to file:<path of the database file>, or leave it unset.',
    )
  }
  return `file:${path.resolve(file.replace(/^\/\/(?=\/)/, ''))}`
}

/**
 * The file path of a `file:` URL that {@link databaseUrl} gave.
 *
 * @param {string} url
 * @returns {string}
 */
export function databaseFile(url = databaseUrl()) {
  return url.slice('file:'.length)
}
