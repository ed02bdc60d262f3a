import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

/**
 * Makes an adapter run each script whole or not at all. Foreign keys are off
 * meanwhile, as SQLite's own procedure for rebuilding a table has it: dropping
 * the old table would otherwise take the rows that point to it along, and
 * inside a transaction the script cannot turn them off itself.
 * (https://www.sqlite.org/lang_altertable.html#otheralter)
 */
function wholeScripts<Adapter extends SqlDriverAdapter>(adapter: Adapter): Adapter {
  const run = adapter.executeScript.bind(adapter)
  adapter.executeScript = async (script) => {
    await run('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
    try {
      await run(`${script}\n;COMMIT`)
    } catch (error) {
      await run('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      await run('PRAGMA foreign_keys = ON')
    }
  }
  return adapter
}

/**
 * Leads the schema engine to a SQLite database, with three differences from the
 * ordinary adapter: a migration is applied whole or not at all; the engine may
 * send a whole migration as if it were one statement, which it does when it
 * replays them in its shadow database; and `close` ends the connections that
 * the engine leaves open, with the exclusive lock it holds.
 */
export class SqliteMigrations extends PrismaBetterSqlite3 {
  readonly #open: SqlDriverAdapter[] = []

  override async connect() {
    const adapter = wholeScripts(await super.connect())
    this.#open.push(adapter)
    return adapter
  }

  override async connectToShadowDb() {
    const adapter = await super.connectToShadowDb()
    const execute = adapter.executeRaw.bind(adapter)
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return execute(query)
      await adapter.executeScript(query.sql)
      return 0
    }
    this.#open.push(adapter)
    return adapter
  }

  async close(): Promise<void> {
    for (const adapter of this.#open.splice(0)) await adapter.dispose()
  }
}
