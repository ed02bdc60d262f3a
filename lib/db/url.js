import path from 'node:path'

// Plain JavaScript: `npm start` checks the setting before anything is installed.

const DEFAULT_URL = 'file:data/hotsheet.db'
const POSTGRES = /^postgres(ql)?:\/\//

/**
 * The database's address, from `DATABASE_URL` or the default file.
 *
 * @param {string | undefined} value what the environment says; undefined or empty means the default
 * @returns {string} a `file:` URL whose path is absolute (relative ones are taken from the working
 *   directory), or a `postgres:` URL as it was given
 * @throws {Error} with what was found and what is expected, when it is neither
 */
export function databaseUrl(value = process.env.DATABASE_URL) {
  const url = value?.trim() || DEFAULT_URL
  if (POSTGRES.test(url)) return checkPostgresUrl(url, 'DATABASE_URL')
  const file = url.startsWith('file:') ? url.slice('file:'.length) : ''
  if (!file || file.endsWith('/')) {
    throw new Error(
      `DATABASE_URL is "${url}", but Hotsheet expects a SQLite file such as "${DEFAULT_URL}", ` +
        'or PostgreSQL such as "postgres://user:password@host:5432/hotsheet". ' +
        'Set it to one of these, or leave it unset.',
    )
  }
  return `file:${path.resolve(file.replace(/^\/\/(?=\/)/, ''))}`
}

/** @param {string} url @param {string} setting @returns {string} */
function checkPostgresUrl(url, setting) {
  const database = URL.canParse(url) ? new URL(url).pathname.slice(1) : ''
  if (database) return url
  // The address may hold a password, which belongs in no log.
  throw new Error(
    `${setting} names PostgreSQL, but is no address with a database. ` +
      'Write it like "postgres://user:password@host:5432/hotsheet"; ' +
      'what a password holds besides letters and digits is percent-encoded.',
  )
}

/**
 * Which database a URL that {@link databaseUrl} gave is about.
 *
 * @param {string} url
 * @returns {'sqlite' | 'postgresql'}
 */
export function databaseProvider(url = databaseUrl()) {
  return POSTGRES.test(url) ? 'postgresql' : 'sqlite'
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

/**
 * How many connections a process keeps to PostgreSQL at most, from `DATABASE_POOL_SIZE`.
 *
 * @param {string | undefined} value what the environment says; undefined or empty means 10
 * @returns {number}
 * @throws {Error} when it is not a whole number from 1 to 1000
 */
export function poolSize(value = process.env.DATABASE_POOL_SIZE) {
  const text = value?.trim() || '10'
  const size = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (size >= 1 && size <= 1_000) return size
  throw new Error(
    `DATABASE_POOL_SIZE is "${text}", but the number of connections is a whole number from 1 to 1000.`,
  )
}

/**
 * The addresses of the replicas that answer reads, from `DATABASE_REPLICA_URLS`.
 *
 * @param {string | undefined} value what the environment says, separated by commas; undefined or empty
 *   means none
 * @param {string} primary a URL that {@link databaseUrl} gave
 * @returns {string[]}
 * @throws {Error} when one is not PostgreSQL, or the primary is not
 */
export function replicaUrls(value = process.env.DATABASE_REPLICA_URLS, primary = databaseUrl()) {
  const urls = (value ?? '').split(',').flatMap((part) => part.trim() || [])
  if (urls.length > 0 && databaseProvider(primary) === 'sqlite') {
    throw new Error(
      'DATABASE_REPLICA_URLS is set, but only PostgreSQL has replicas: set DATABASE_URL.',
    )
  }
  for (const url of urls) {
    if (!POSTGRES.test(url)) {
      throw new Error(
        'DATABASE_REPLICA_URLS holds an address that is not PostgreSQL. ' +
          'Write them like "postgres://user:password@host:5432/hotsheet", separated by commas.',
      )
    }
    checkPostgresUrl(url, 'DATABASE_REPLICA_URLS')
  }
  return urls
}
