import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { postgresOptions } from '@/lib/db/client'

type PostgresAdapter = SqlDriverAdapter & { underlyingDriver(): pg.Pool }

/** PostgreSQL's one-byte "char", which its catalogues use and the ordinary adapter cannot read. */
const CHAR = 18
const TEXT = 25

/**
 * Sends scripts as they are: the ordinary adapter cuts them at every semicolon,
 * also at one inside a text, and PostgreSQL runs a script that comes as one
 * message whole or not at all.
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT)
 */
function wholeScripts<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver()
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>
  adapter.executeScript = async (script) => {
    await query({ text: script })
  }
  const readable = async (config: pg.QueryConfig) => {
    const result = await query(config)
    // A script of several statements has a result for each, and nobody reads them.
    if (Array.isArray(result)) return result
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    return result
  }
  Object.assign(pool, { query: readable })
  return adapter
}

/** Lets what ends a connection be called again: the engine ends some of them itself. */
function once(end: () => Promise<unknown>): () => Promise<void> {
  let ended: Promise<unknown> | undefined
  return async () => {
    await (ended ??= end())
  }
}

/**
 * Leads the schema engine to a PostgreSQL database. Each connection is a single
 * one, since the engine's lock belongs to a session; the shadow database, in which
 * the engine replays migrations to compare them, is dropped again.
 */
export class PostgresMigrations extends PrismaPg {
  readonly #url: string
  readonly #open: SqlDriverAdapter[] = []

  /** @param url one that `databaseUrl` has checked */
  constructor(url: string) {
    super({ ...postgresOptions(url), max: 1 })
    this.#url = url
  }

  override async connect() {
    const adapter = wholeScripts(await super.connect())
    adapter.dispose = once(adapter.dispose.bind(adapter))
    this.#open.push(adapter)
    return adapter
  }

  override async connectToShadowDb() {
    const name = `hotsheet_shadow_${randomUUID()}`
    const url = new URL(this.#url)
    url.pathname = `/${name}`
    const owner = new pg.Pool({ ...postgresOptions(this.#url), max: 1 })
    await owner.query(`CREATE DATABASE "${name}"`)
    const shadow = new PrismaPg({ ...postgresOptions(url.href), max: 1 })
    const adapter = wholeScripts(await shadow.connect())
    const end = adapter.dispose.bind(adapter)
    adapter.dispose = once(async () => {
      await end()
      await owner.query(`DROP DATABASE "${name}"`)
      await owner.end()
    })
    this.#open.push(adapter)
    return adapter
  }

  async close(): Promise<void> {
    for (const adapter of this.#open.splice(0)) await adapter.dispose()
  }
}
