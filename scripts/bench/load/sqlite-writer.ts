import Sqlite from 'better-sqlite3'
import type { BulkWriter, Row, Value } from './bulk-writer'

/** Pages held in memory, in KiB: the indexes are sorted in as much again. */
const CACHE = 200_000

/**
 * Writes without waiting for the disk, in one transaction.
 *
 * @param file an empty, migrated database that nobody else has open
 */
export function openSqliteWriter(file: string): BulkWriter {
  const database = new Sqlite(file)
  // A rollback journal keeps what was there before, which is little; a write-ahead log keeps all that comes.
  database.pragma('journal_mode = DELETE')
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  database.pragma(`cache_size = -${CACHE}`)
  const searched = listSearched(database)
  const restoreIndexes = dropIndexes(database)
  const statements = new Map<string, Sqlite.Statement>()
  const moves: string[] = []
  const open = (table: string, row: Row) => {
    if (!searched.includes(table)) return prepare(database, `"${table}"`, row)
    moves.push(makeWaitingRoom(database, table, row))
    return prepare(database, waitingRoom(table), row)
  }
  database.exec('BEGIN')
  return {
    async insert(table, rows) {
      const [first] = rows
      if (!first) return
      const statement = statements.get(table) ?? open(table, first)
      statements.set(table, statement)
      for (const row of rows) statement.run(Object.values(row).map(toSqlite))
    },
    async finish() {
      for (const move of moves) database.exec(move)
      database.exec('COMMIT')
      restoreIndexes()
      database.pragma('journal_mode = WAL')
      database.close()
    },
  }
}

/** Sorted once, an index is made many times faster than row by row. @returns what makes them again */
function dropIndexes(database: Sqlite.Database): () => void {
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all()
  for (const { name } of indexes) database.exec(`DROP INDEX "${name}"`)
  return () => {
    for (const { sql } of indexes) database.exec(sql)
  }
}

/** Names of the tables for full-text search. */
function listSearched(database: Sqlite.Database): string[] {
  return database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'",
    )
    .all()
    .map(({ name }) => name)
}

// A full-text index takes rows many times faster in the order of their rowids,
// and so they wait in a temporary table until all are there.
const waitingRoom = (table: string) => `temp."waiting ${table}"`

/** Makes it. @returns the statement that moves its rows to where they belong */
function makeWaitingRoom(database: Sqlite.Database, table: string, row: Row): string {
  const columns = namesOf(row)
  const room = waitingRoom(table)
  database.exec(`CREATE TABLE ${room} (${columns.replace('"rowid"', 'rowid INTEGER PRIMARY KEY')})`)
  return `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${room} ORDER BY rowid`
}

function prepare(database: Sqlite.Database, into: string, row: Row): Sqlite.Statement {
  const places = Object.keys(row).map(() => '?')
  return database.prepare(`INSERT INTO ${into} (${namesOf(row)}) VALUES (${places.join(', ')})`)
}

function namesOf(row: Row): string {
  return Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ')
}

/** As Prisma's adapter writes it. */
function toSqlite(value: Value): string | number | bigint | null {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  return typeof value === 'boolean' ? Number(value) : value
}
