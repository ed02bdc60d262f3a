import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client'
import { PrismaClient as PostgresClient } from './generated-postgresql/client'
import { openPostgresReader, openSqliteReader, type SqlReader } from './sql-reader'
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
 * @param patience how long a statement may wait for another process's write, in milliseconds
 */
export function sqliteOptions(
  url: string,
  patience: number = BUSY_TIMEOUT,
): { url: string; timeout: number } {
  mkdirSync(path.dirname(databaseFile(url)), { recursive: true })
  return { url, timeout: patience }
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

/**
 * Adds to a client which kind of database it is open on, reading past Prisma, and an end for both.
 *
 * @param reader closed together with the client
 */
function withReader(
  client: PrismaClient<never, typeof omit>,
  provider: Provider,
  reader: SqlReader,
) {
  return client.$extends({
    client: {
      /** The kind of database, for the few queries that must be written for each. */
      $provider: () => provider,
      /** Reads with hand-written SQL, outside of any transaction: see {@link SqlReader}. */
      $all: reader.all,
      $close: async () => {
        await client.$disconnect()
        await reader.close()
      },
    },
  })
}

/** An open database. Both clients are generated from the same models; what one can do the other can. */
export type Database = ReturnType<typeof withReader>
/** A database inside an interactive transaction, which only Prisma's own queries are part of. */
export type Transaction = Omit<
  Parameters<Extract<Parameters<Database['$transaction']>[0], (tx: never) => unknown>>[0],
  '$all' | '$close'
>

function openSqlite(url: string, timeoutMs?: number): Database {
  const options = sqliteOptions(url, timeoutMs)
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3(options), omit })
  return withReader(client, 'sqlite', openSqliteReader(options))
}

function openPostgres(url: string, timeoutMs?: number): Database {
  const pool = new pg.Pool(postgresOptions(url, timeoutMs))
  // Without a listener, an idle connection that breaks would end the process; the next query opens another.
  pool.on('error', () => undefined)
  const client = new PostgresClient({
    adapter: new PrismaPg(pool),
    omit,
  }) as unknown as PrismaClient<never, typeof omit>
  return withReader(client, 'postgresql', openPostgresReader(pool, statementNamer(url)))
}

/**
 * Opens the database. Ciphertext and document sources are left out of every
 * read unless a query asks for them by name.
 *
 * @param url a URL that `databaseUrl` has checked
 * @param patience how long PostgreSQL may take to answer, and a statement on SQLite may wait for
 *   another process's write, in milliseconds; left out, PostgreSQL may take as long as it does
 */
export function openDatabase(url: string = databaseUrl(), patience?: number): Database {
  return databaseProvider(url) === 'sqlite'
    ? openSqlite(url, patience)
    : openPostgres(url, patience)
}
