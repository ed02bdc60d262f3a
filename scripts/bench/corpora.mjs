import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { run } from '../steps/command.mjs'
import { fingerprint } from '../steps/fingerprint.mjs'
import { startPostgres } from '../steps/postgres.mjs'

// Databases full of the made-up corpus, kept in .bench/ for the next run.

const FOLDER = path.resolve('.bench/corpora')
export const DATABASES = /** @type {const} */ (['sqlite', 'postgresql'])
export const SIZES = [10_000, 100_000, 1_000_000]

/** What the rows of a corpus follow from. */
const MADE_OF = [
  'scripts/bench/corpus.ts',
  'scripts/bench/piece.ts',
  'scripts/bench/words.ts',
  'scripts/bench/subjects.ts',
  'scripts/bench/front-matter.ts',
  'scripts/bench/load',
  'prisma/migrations',
  'lib/store/write',
  'lib/store/search',
  'lib/search',
  'lib/topic-slug.ts',
  'lib/rank-profile.ts',
]

/** As a server would be set up that holds little else; the rest is as it comes. */
const SERVER = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
}

/**
 * @typedef {object} Corpus
 * @property {'sqlite' | 'postgresql'} database
 * @property {number} size documents in it
 * @property {string} url
 * @property {Loaded} loaded
 */

/**
 * @typedef {object} Loaded what loading it took
 * @property {number} seconds
 * @property {number} busy seconds of a processor, of the loading process alone
 * @property {number} peak MiB of memory
 * @property {number} bytes size of the database
 */

/** The server of all corpora in PostgreSQL; it ends with this process. */
let server = /** @type {ReturnType<typeof startPostgres> | undefined} */ (undefined)

function startServer() {
  server ??= startPostgres({ folder: path.join(FOLDER, 'postgresql'), settings: SERVER })
  return server
}

/**
 * A database with a corpus of this size: the one of an earlier run where nothing has changed since.
 *
 * @param {'sqlite' | 'postgresql'} database
 * @param {number} size documents, a multiple of 1,000
 * @param {(line: string) => void} [onLine] is told how far filling it is
 * @returns {Promise<Corpus>}
 */
export async function openCorpus(database, size, onLine = () => {}) {
  await mkdir(FOLDER, { recursive: true })
  const name = `${database}-${size}`
  const stamp = path.join(FOLDER, `${name}.json`)
  const print = await fingerprint(MADE_OF, { except: /\.test\.ts$/, with: name })
  const kept = JSON.parse(await readFile(stamp, 'utf8').catch(() => '{}'))
  const store = database === 'sqlite' ? await sqliteFile(name) : await postgresDatabase(size)
  if (kept.print === print) return { database, size, url: store.url, loaded: kept.loaded }
  await rm(stamp, { force: true })
  await store.empty()
  const program = ['--import', 'tsx', 'scripts/bench/load.ts']
  const { lines } = await run(
    [process.execPath, ...program, '--url', store.url, '--size', `${size}`],
    { onLine: (line) => onLine(`filling ${name}: ${line}`) },
  )
  const loaded = { ...JSON.parse(lines.at(-1) ?? ''), bytes: await store.bytes() }
  await writeFile(stamp, JSON.stringify({ print, loaded }))
  return { database, size, url: store.url, loaded }
}

/** @param {string} name */
async function sqliteFile(name) {
  const file = path.join(FOLDER, `${name}.db`)
  return {
    url: `file:${file}`,
    empty: async () => {
      for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true })
    },
    bytes: async () => (await stat(file)).size,
  }
}

/** @param {number} size */
async function postgresDatabase(size) {
  const { default: pg } = await import('pg')
  const { url: maintenance } = await startServer()
  const name = `corpus_${size}`
  const url = new URL(maintenance)
  url.pathname = `/${name}`
  const query = async (/** @type {string} */ sql) => {
    const client = new pg.Client({ connectionString: maintenance })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }
  return {
    url: url.href,
    empty: async () => {
      await query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await query(`CREATE DATABASE ${name}`)
    },
    bytes: async () =>
      Number((await query(`SELECT pg_database_size('${name}') AS bytes`))[0].bytes),
  }
}
