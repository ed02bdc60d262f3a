import { access, constants, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from './console.mjs'

/** What a cluster is made and served with. */
const programs = ['initdb', 'postgres', 'pg_basebackup', 'createdb']

/** Where Debian's and Homebrew's packages put one folder for each version. */
const homes = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']

/** @param {string} folder whether all programs are in it */
const isComplete = (folder) =>
  Promise.all(programs.map((name) => access(path.join(folder, name), constants.X_OK))).then(
    () => true,
    () => false,
  )

/** The folders of programs below a home, newest version first. @param {string} home */
async function versionsIn(home) {
  const names = await readdir(home).catch(() => [])
  return names
    .filter((name) => /^(postgresql@)?\d+$/.test(name))
    .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
    .map((name) => path.join(home, name, 'bin'))
}

/**
 * The PostgreSQL that is on this machine: the one that POSTGRES_BIN names, the one on the PATH, or the
 * newest where Debian and Homebrew put it.
 *
 * @returns {Promise<string | null>} the folder of its programs
 * @throws {Problem} when POSTGRES_BIN names a folder without them
 */
export async function findPostgres() {
  const named = process.env.POSTGRES_BIN
  if (named) {
    if (await isComplete(named)) return named
    throw new Problem(`POSTGRES_BIN is ${named}, but ${programs.join(', ')} are not all in it.`)
  }
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const usual = (await Promise.all(homes.map(versionsIn))).flat()
  for (const folder of [...onPath, ...usual]) if (await isComplete(folder)) return folder
  return null
}
