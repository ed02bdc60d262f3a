import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { Database, Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** Characters of the statements that are kept: all that pages ask for, and not every long insert. */
const KEPT_TEXT = 500_000

/** Pages of the file that are kept in memory, in KiB: what a million stories are read through. */
const KEPT_PAGES = 65_536

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>

/**
 * Prisma's adapter for SQLite, with prepared statements that are kept. Prisma's own prepares each
 * query anew, and what it drops is finalised by the garbage collector many at a time: reading a
 * page took a millisecond, and every fiftieth time five.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    const { client } = adapter as unknown as { client: Database }
    client.pragma(`cache_size = -${KEPT_PAGES}`)
    keepStatements(client)
    return adapter
  }
}

/** Makes a database's `prepare` give the same statement for the same text, for as long as it is used. */
function keepStatements(client: Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new LRUCache<string, Statement>({
    maxSize: KEPT_TEXT,
    sizeCalculation: (_, sql) => sql.length,
  })
  client.prepare = ((sql: string) => {
    const statement = kept.get(sql) ?? prepare(sql)
    kept.set(sql, statement)
    return bindLater(statement)
  }) as unknown as Database['prepare']
}

/** What Prisma's adapter asks of a statement. A real `bind` would hold for good. */
function bindLater(statement: Statement) {
  return {
    run: () => statement.run(),
    bind: (values: unknown[]) => {
      let rows: unknown[] | undefined
      const read = () => (rows ??= statement.raw().all(values))
      return {
        reader: statement.reader,
        run: () => statement.run(values),
        columns: () => {
          // Only by being run does a statement notice that the schema has changed.
          read()
          return statement.columns()
        },
        raw: () => ({ all: read }),
      }
    },
  }
}
