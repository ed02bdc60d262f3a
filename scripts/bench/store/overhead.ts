import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { type Database, postgresOptions, sqliteOptions } from '@/lib/db/client'
import { PrismaClient } from '@/lib/db/generated/client'
import { PrismaClient as PostgresClient } from '@/lib/db/generated-postgresql/client'
import { databaseFile, databaseProvider } from '@/lib/db/url'
import type { FeedFilter } from '@/lib/feed-filter'
import { listFeed } from '@/lib/store/feed'
import { filterOf } from './cases'
import { listCursors } from './positions'

/** A statement as the store sent it. */
interface Statement {
  sql: string
  params: unknown[]
}

/** Milliseconds of each call, through the store and as the same statements through the bare driver. */
export interface Overhead {
  store: number[]
  driver: number[]
}

/** The feed's fiftieth page, in turns: once through the store, once its statements alone. */
export async function compareWithDriver(
  database: Database,
  url: string,
  times: number,
): Promise<Overhead> {
  const filter = filterOf('')
  const cursors = await listCursors(database, filter, 50)
  const pages = await record(url, cursors, filter)
  const driver = await openDriver(url)
  const overhead: Overhead = { store: [], driver: [] }
  for (let turn = 0; turn < times; turn += 1) {
    const index = turn % cursors.length
    const started = performance.now()
    await listFeed(database, filter, { cursor: cursors[index] ?? null })
    const between = performance.now()
    for (const statement of pages[index] ?? []) readLists(await driver.run(statement))
    overhead.store.push(between - started)
    overhead.driver.push(performance.now() - between)
  }
  await driver.close()
  return overhead
}

/** Stories come as JSON, and are no rows before it is read. */
function readLists(rows: { rows?: string }[]): void {
  for (const row of rows) if (row.rows !== undefined) JSON.parse(row.rows)
}

/** The statements that the store sends for each of these pages. */
async function record(
  url: string,
  cursors: (string | null)[],
  filter: FeedFilter,
): Promise<Statement[][]> {
  const { database, take } = openRecorder(url)
  const pages: Statement[][] = []
  for (const cursor of cursors) {
    await listFeed(database, filter, { cursor })
    pages.push(take())
  }
  await database.$close()
  return pages
}

/** A database that remembers its statements until they are taken. */
function openRecorder(url: string): { database: Database; take: () => Statement[] } {
  const log = [{ emit: 'event' as const, level: 'query' as const }]
  const sqlite = databaseProvider(url) === 'sqlite'
  const client = sqlite
    ? new PrismaClient({ adapter: new PrismaBetterSqlite3(sqliteOptions(url)), log })
    : new PostgresClient({ adapter: new PrismaPg(postgresOptions(url)), log })
  const database = client as PrismaClient<'query'>
  let statements: Statement[] = []
  database.$on('query', ({ query, params }) => {
    statements.push({ sql: query, params: JSON.parse(params) as unknown[] })
  })
  const take = () => {
    const taken = statements
    statements = []
    return taken
  }
  return { database: database as unknown as Database, take }
}

interface Driver {
  run: (statement: Statement) => object[] | Promise<object[]>
  close: () => unknown
}

/** Statements are prepared once, as a program without a store in between would. */
async function openDriver(url: string): Promise<Driver> {
  if (databaseProvider(url) === 'sqlite') {
    const database = new Sqlite(databaseFile(url))
    const prepared = new Map<string, Sqlite.Statement>()
    const run = ({ sql, params }: Statement) => {
      const statement = prepared.get(sql) ?? database.prepare(sql)
      prepared.set(sql, statement)
      return statement.all(params) as object[]
    }
    return { run, close: () => database.close() }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const names = new Map<string, string>()
  const run = async ({ sql, params }: Statement) => {
    const name = names.get(sql) ?? `s${names.size}`
    names.set(sql, name)
    return (await client.query<object>({ name, text: sql, values: params })).rows
  }
  return { run, close: () => client.end() }
}
