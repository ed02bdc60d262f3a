import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Provider } from '@/lib/db/client'
import { run, script } from '@/scripts/steps/command.mjs'
import { fingerprint } from '@/scripts/steps/fingerprint.mjs'
import { startPostgres } from '@/scripts/steps/postgres.mjs'

const FOLDER = path.resolve('.bench/corpora')

/** Sources that the documents of a corpus follow from. */
const MADE_OF = ['bench/corpus', 'test/support/random.ts']

/** Settings of a server that runs little else; all others have their defaults. */
const POSTGRES_SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
}

/** A database with an archive of generated documents. */
export interface Corpus {
  provider: Provider
  /** Number of documents. */
  size: number
  url: string
  /** Cost of importing it: time, peak memory, and size of the database. */
  loaded: { seconds: number; peakMib: number; bytes: number }
}

/**
 * Opens a corpus, and imports it first unless an earlier run did; .bench/ keeps them. An earlier one
 * is brought up to date as any site's database is, by migrations and an import.
 *
 * @param size a multiple of 1,000
 * @param onLine is called with the progress of importing
 */
export async function openCorpus(
  provider: Provider,
  size: number,
  onLine: (line: string) => void,
): Promise<Corpus> {
  const name = `${provider}-${size}`
  const stamp = path.join(FOLDER, `${name}.json`)
  const nothing = path.join(FOLDER, 'empty')
  await mkdir(nothing, { recursive: true })
  const print = await fingerprint(MADE_OF, { except: /\.test\.ts$/, with: name })
  const store = provider === 'sqlite' ? sqliteFile(name) : await postgresDatabase(size)
  const { url } = store
  const env = { DATABASE_URL: url }
  const earlier = JSON.parse(await readFile(stamp, 'utf8').catch(() => '{}')) as {
    print?: string
    loaded: Corpus['loaded']
  }
  if (earlier.print === print) {
    await run(script('scripts/migrate.ts'), { env })
    await run(script('scripts/import.ts', nothing), { env })
    return { provider, size, url, loaded: earlier.loaded }
  }
  await rm(stamp, { force: true })
  await store.empty()
  await run(script('scripts/migrate.ts'), { env })
  const load = script('bench/corpus/load.ts', '--url', url, '--size', `${size}`)
  const { lines } = await run(load, { onLine: (line) => onLine(`importing ${name}: ${line}`) })
  const figures = JSON.parse(lines.at(-1) ?? '') as { seconds: number; peakMib: number }
  const loaded = { ...figures, bytes: await store.finish() }
  await writeFile(stamp, JSON.stringify({ print, loaded }))
  return { provider, size, url, loaded }
}

function sqliteFile(name: string) {
  const file = path.join(FOLDER, `${name}.db`)
  return {
    url: `file:${file}`,
    empty: async () => {
      for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true })
    },
    finish: async () => (await stat(file)).size,
  }
}

/** The server of all corpora in PostgreSQL; it ends with this process. */
let server: ReturnType<typeof startPostgres> | undefined

async function postgresDatabase(size: number) {
  const folder = path.join(FOLDER, 'postgresql')
  server ??= startPostgres({ folder, settings: POSTGRES_SETTINGS })
  const { url: maintenance, urlOf, createDatabase } = await server
  const name = `corpus_${size}`
  return {
    url: urlOf(name),
    empty: async () => {
      await query(maintenance, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await createDatabase(name)
    },
    finish: async () => {
      // PostgreSQL does this by itself within minutes of an import.
      await query(urlOf(name), 'VACUUM ANALYZE')
      return Number(await query(maintenance, `SELECT pg_database_size('${name}')`))
    },
  }
}

/** Runs SQL and returns its first value. */
async function query(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}
