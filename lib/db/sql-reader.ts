import SqliteDatabase from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import type { Prisma } from './generated/client'
import { databaseFile } from './url'

/**
 * Reads with hand-written SQL on the database's own driver, past Prisma: what pages ask for again and
 * again. Values come as the same types from both databases: numbers, also for BIGINT, text, null, and
 * ISO 8601 text for timestamps. Booleans are true and false on PostgreSQL and 1 and 0 on SQLite.
 */
export interface SqlReader {
  all: <Row>(query: Prisma.Sql) => Promise<Row[]>
  close: () => Promise<void>
}

/** Statements that a connection to SQLite keeps prepared; what pages ask for is a few hundred. */
const MAX_PREPARED_STATEMENTS = 500

/** Pages of the SQLite file that are cached in memory, in KiB: enough for the top of a million stories. */
const SQLITE_CACHE_KIB = 65_536

/** Opens a SQLite file for reading when it is first read. @param timeout how long to wait for a lock, in ms */
export function openSqliteReader({ url, timeout }: { url: string; timeout: number }): SqlReader {
  let opened: { database: SqliteDatabase.Database; prepare: Prepare } | undefined
  const open = () => {
    const database = new SqliteDatabase(databaseFile(url), { timeout })
    database.pragma('query_only = ON')
    database.pragma(`cache_size = -${SQLITE_CACHE_KIB}`)
    return { database, prepare: cachedPrepare(database) }
  }
  return {
    all: async <Row>({ sql, values }: Prisma.Sql) => {
      const { prepare } = (opened ??= open())
      return prepare(sql).all(values.map(toSqlite)) as Row[]
    },
    close: async () => {
      opened?.database.close()
      opened = undefined
    },
  }
}

type Prepare = (sql: string) => SqliteDatabase.Statement

/** Prepares each text once: preparing takes longer than reading a page. */
function cachedPrepare(database: SqliteDatabase.Database): Prepare {
  const statements = new LRUCache<string, SqliteDatabase.Statement>({
    max: MAX_PREPARED_STATEMENTS,
    memoMethod: (sql) => database.prepare(sql),
  })
  return (sql) => statements.memo(sql)
}

/** Converts a value as Prisma's adapter stores it. */
function toSqlite(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}

/** Converts a timestamp of PostgreSQL, all of which are UTC here. */
function toIsoText(text: string): string {
  return `${text.replace(' ', 'T')}+00:00`
}

/**
 * Reads from PostgreSQL.
 *
 * @param pool ended when the reader is closed
 * @param nameOf the name under which a connection keeps the plan of a statement; undefined for none
 */
export function openPostgresReader(
  pool: pg.Pool,
  nameOf: (sql: string) => string | undefined,
): SqlReader {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid, format) => {
      if (oid === pg.types.builtins.INT8) return Number
      if (oid === pg.types.builtins.TIMESTAMP) return toIsoText
      return pg.types.getTypeParser(oid, format) as unknown
    },
  }
  return {
    all: async <Row>({ text, values }: Prisma.Sql) => {
      const name = nameOf(text)
      const { rows } = await pool.query({ text, values, name, types })
      return rows as Row[]
    },
    close: () => pool.end(),
  }
}
