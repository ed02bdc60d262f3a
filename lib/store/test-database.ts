import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openDatabase, type Database } from '@/lib/db/client'
import { databaseProvider } from '@/lib/db/url'
import { migrate } from '@/prisma/migrate'

/**
 * A PostgreSQL database whose user may create others. With it the tests of the
 * store run there, else on SQLite.
 */
const server = process.env.TEST_DATABASE_URL

/** The kind of database that the tests run on. */
export const provider = server ? databaseProvider(server) : 'sqlite'

/** An empty, migrated database with a folder of its own beside it. */
export interface TestDatabase {
  database: Database
  url: string
  folder: string
  close: () => Promise<void>
}

/** Opens a new one. Migrating is done once and copied. */
export async function createTestDatabase(): Promise<TestDatabase> {
  template ??= server ? createTemplateOnServer(server) : createTemplateFile()
  const { url, folder, close } = await createEmptyDatabase(await template)
  const database = openDatabase(url)
  return {
    database,
    url,
    folder,
    close: async () => {
      await database.$disconnect()
      await close()
    },
  }
}

let template: Promise<string> | undefined

/**
 * A database that nobody has migrated.
 *
 * @param from what it is a copy of: a file, or a database on the server
 */
export async function createEmptyDatabase(
  from?: string,
): Promise<Pick<TestDatabase, 'url' | 'folder' | 'close'>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-store-'))
  const removeFolder = () => rm(folder, { recursive: true, force: true })
  if (!server) {
    const file = path.join(folder, 'test.db')
    if (from) await cp(from, file)
    return { url: `file:${file}`, folder, close: removeFolder }
  }
  const name = `hotsheet_test_${randomUUID()}`
  await query(server, `CREATE DATABASE "${name}" TEMPLATE "${from ?? 'template0'}"`)
  const close = async () => {
    await query(server, `DROP DATABASE "${name}" WITH (FORCE)`)
    await removeFolder()
  }
  return { url: named(server, name), folder, close }
}

async function createTemplateFile(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'hotsheet-template-')), 'empty.db')
  await migrate(`file:${file}`)
  return file
}

/** Test files run in processes of their own: the first to come makes the template for all. */
async function createTemplateOnServer(maintenance: string): Promise<string> {
  const migrations = await readdir('prisma/migrations/postgresql')
  const print = createHash('sha256').update(migrations.join()).digest('hex').slice(0, 12)
  const name = `hotsheet_template_${print}`
  const client = new pg.Client(maintenance)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(72726)')
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) {
      const draft = `${name}_draft`
      await client.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`)
      await client.query(`CREATE DATABASE "${draft}"`)
      await migrate(named(maintenance, draft))
      await client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`)
    }
    return name
  } finally {
    await client.end()
  }
}

function named(maintenance: string, database: string): string {
  const url = new URL(maintenance)
  url.pathname = `/${database}`
  return url.href
}

async function query(maintenance: string, sql: string): Promise<void> {
  const client = new pg.Client(maintenance)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
