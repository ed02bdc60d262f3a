import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'
import { PrismaClient as PostgresClient } from './generated-postgresql/client'
import { withLightPromises } from './light-promises'
import { SqliteAdapter } from './sqlite-adapter'
import { statementNamer } from './statement-names'
import { databaseFile, databaseProvider, databaseUrl, poolSize } from './url'

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 10_000
/** How long a query waits for a connection to PostgreSQL, in milliseconds. */
const CONNECT_TIMEOUT = 5_000

/**
 * What a driver needs to open a SQLite database; the folder of its file is made if need be.
 *
 * @param url a `file:` URL that `databaseUrl` has checked
 */
export function sqliteOptions(url: string): { url: string; timeout: number } {
  mkdirSync(path.dirname(databaseFile(url)), { recursive: true })
  return { url, timeout: BUSY_TIMEOUT }
}

/**
 * What a driver needs to open a PostgreSQL database.
 *
 * @param url one that `databaseUrl` has checked
 * @param patience how long connecting, and each answer, may take in milliseconds; left out, an answer
 *   may take as long as it does
 */
export function postgresOptions(url: string, patience?: number) {
  return {
    connectionString: url,
    application_name: 'hotsheet',
    connectionTimeoutMillis: patience ?? CONNECT_TIMEOUT,
    query_timeout: patience,
    max: poolSize(),
  }
}

/** The kinds of databases that Hotsheet runs on. */
export type Provider = ReturnType<typeof databaseProvider>

/** Left out of every read unless a query asks for it by name: ciphertext, and whole documents. */
const omit = { article: { secured: true }, document: { source: true } } as const

function openSqlite(url: string) {
  return withLightPromises(
    new PrismaClient({ adapter: new SqliteAdapter(sqliteOptions(url)), omit }),
  )
}

/** An open database. Both clients are generated from the same models; what one can do the other can. */
export type Database = ReturnType<typeof openSqlite>
/** A database inside an interactive transaction. */
export type Transaction = Parameters<
  Extract<Parameters<Database['$transaction']>[0], (tx: never) => unknown>
>[0]

function openPostgres(url: string, patience?: number): Database {
  const statementNameGenerator = statementNamer(url)
  const adapter = new PrismaPg(postgresOptions(url, patience), { statementNameGenerator })
  const client = new PostgresClient({ adapter, omit })
  return withLightPromises(client) as unknown as Database
}

/**
 * Which kind of database it is, for the few queries that must be written for each. The client
 * itself is asked, in no public way: a built site may hold this file, and what it remembers, twice.
 */
export function providerOf(database: Database | Transaction): Provider {
  const { _activeProvider } = database as { _activeProvider?: Provider }
  if (_activeProvider === undefined) throw new Error('This version of Prisma hides its provider.')
  return _activeProvider
}

/**
 * Opens the database. Ciphertext and document sources are left out of every
 * read unless a query asks for them by name.
 *
 * @param url a URL that `databaseUrl` has checked
 * @param patience how long PostgreSQL may take to answer, in milliseconds; left out, as long as it does
 */
export function openDatabase(url: string = databaseUrl(), patience?: number): Database {
  return databaseProvider(url) === 'sqlite' ? openSqlite(url) : openPostgres(url, patience)
}
