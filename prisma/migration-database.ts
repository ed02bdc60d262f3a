import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { postgresOptions, sqliteOptions } from '@/lib/db/client'
import { databaseFile, databaseProvider } from '@/lib/db/url'

/** Key of the advisory lock that Prisma's own command line takes while it migrates. */
const POSTGRES_LOCK_KEY = 72_707_369

/** Rows of a query by the names of their columns. */
type Rows = Record<string, unknown>[]

/** A connection that migrations run on. */
export interface MigrationDatabase {
  /** Runs one statement without parameters and returns its rows. */
  query(sql: string): Promise<Rows>
  /** Runs a script of any number of statements. */
  run(script: string): Promise<void>
  /** Begins a transaction that no other migration can run beside. */
  begin(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a connection for migrations. The folder and file of a SQLite database are created if need be.
 *
 * @param url a checked database URL
 */
export async function openForMigration(url: string): Promise<MigrationDatabase> {
  return databaseProvider(url) === 'sqlite' ? openSqlite(url) : openPostgres(url)
}

function openSqlite(url: string): MigrationDatabase {
  const { timeout } = sqliteOptions(url)
  const database = new SqliteDatabase(databaseFile(url), { timeout })
  // Lets readers continue while someone writes; the setting is stored in the file.
  database.pragma('journal_mode = WAL')
  // Dropping a table that is being rebuilt would otherwise delete the rows that refer to it, and a
  // transaction cannot change this. https://www.sqlite.org/lang_altertable.html#otheralter
  database.pragma('foreign_keys = OFF')
  const run = async (script: string) => void database.exec(script)
  return {
    query: async (sql) => database.prepare(sql).all() as Rows,
    run,
    begin: () => run('BEGIN IMMEDIATE'),
    close: async () => void database.close(),
  }
}

async function openPostgres(url: string): Promise<MigrationDatabase> {
  const client = new pg.Client(postgresOptions(url))
  await client.connect()
  return {
    query: async (sql) => (await client.query<Rows[number]>(sql)).rows,
    run: async (script) => {
      await client.query(script)
    },
    begin: async () => {
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${POSTGRES_LOCK_KEY})`)
    },
    close: () => client.end(),
  }
}
