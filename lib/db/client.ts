import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaClient } from './generated/client'
import { databaseFile, databaseUrl } from './url'

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 10_000

/**
 * What a driver adapter needs to open a database; the folder of its file is made if need be.
 *
 * @param url a URL that `databaseUrl` has checked
 */
export function adapterOptions(url: string = databaseUrl()): { url: string; timeout: number } {
  mkdirSync(path.dirname(databaseFile(url)), { recursive: true })
  return { url, timeout: BUSY_TIMEOUT }
}

/**
 * Opens the database. Ciphertext and document sources are left out of every
 * read unless a query asks for them by name.
 *
 * @param url a URL that `databaseUrl` has checked
 */
export function openDatabase(url: string = databaseUrl()) {
  return new PrismaClient({
    adapter: new PrismaBetterSqlite3(adapterOptions(url)),
    omit: { article: { secured: true }, document: { source: true } },
  })
}

/** An open database, as {@link openDatabase} gives it. */
export type Database = ReturnType<typeof openDatabase>
/** A database inside an interactive transaction. */
export type Transaction = Parameters<
  Extract<Parameters<Database['$transaction']>[0], (tx: never) => unknown>
>[0]
