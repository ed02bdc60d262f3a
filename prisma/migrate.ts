import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseProvider } from '@/lib/db/url'
import { type MigrationDatabase, openForMigration } from './migration-database'

/** The folder of schema.prisma and migrations/. */
const here = path.dirname(fileURLToPath(import.meta.url))

/** One SQL file of migrations/<provider>/<name>/. */
interface Migration {
  name: string
  sql: string
  /** SHA-256 of the file, hexadecimal. */
  checksum: string
}

/** An applied migration, as the database remembers it. */
type Applied = Pick<Migration, 'name' | 'checksum'>

/** The table that Prisma's own command line reads and writes. */
const HISTORY_TABLE = `
  CREATE TABLE "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" :time,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" :time,
    "started_at" :time NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`

const TABLE_NAMES = {
  sqlite: `SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`,
  postgresql: `SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = current_schema()`,
}

/**
 * Applies the migrations that a database does not have yet, in order, all or none of them.
 * Safe to run again, after an interruption and at the same time as another run.
 *
 * @param url a checked database URL
 * @param folder the folder of migrations/
 * @returns the names of the migrations applied now, none if it was up to date
 * @throws Error when a newer version or another program created the database, an applied
 *   migration was edited, or a migration fails
 */
export async function migrate(url: string, folder: string = here): Promise<string[]> {
  const provider = databaseProvider(url)
  const migrations = await readMigrations(path.join(folder, 'migrations', provider))
  const database = await openForMigration(url)
  try {
    const upToDate = await listPending(database, provider, migrations)
    if (upToDate?.length === 0) return []
    await database.begin()
    // Another process may have migrated before this transaction began.
    const pending = await listPending(database, provider, migrations)
    if (!pending) {
      const time = provider === 'sqlite' ? 'DATETIME' : 'TIMESTAMPTZ'
      await database.run(HISTORY_TABLE.replaceAll(':time', time))
    }
    const applied = pending ?? migrations
    for (const migration of applied) await apply(database, migration)
    await database.run('COMMIT')
    return applied.map(({ name }) => name)
  } finally {
    // Closing rolls back what was not committed.
    await database.close()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Returns the migrations that are not applied; null for an empty database. */
async function listPending(
  database: MigrationDatabase,
  provider: keyof typeof TABLE_NAMES,
  migrations: Migration[],
): Promise<Migration[] | null> {
  const tables = await database.query(TABLE_NAMES[provider])
  if (tables.length === 0) return null
  if (!tables.some(({ name }) => name === '_prisma_migrations')) {
    throw new Error(
      'The database is not empty, but Hotsheet did not create it. ' +
        'Point DATABASE_URL at a database of its own.',
    )
  }
  // A failed migration left nothing behind, so it counts as not applied.
  const rows = await database.query(
    `SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations"
     WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  )
  const applied = rows as unknown as Applied[]
  checkHistory(applied, migrations)
  return migrations.filter(({ name }) => !applied.some((other) => other.name === name))
}

function checkHistory(applied: Applied[], migrations: Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  const unknown = applied.filter(({ name }) => !byName.has(name)).map(({ name }) => name)
  if (unknown.length > 0) {
    throw new Error(
      `The database was created by a newer version of Hotsheet: it has the migration ` +
        `${unknown.join(', ')}, which this version does not know. ` +
        'Update Hotsheet, or point DATABASE_URL at another database.',
    )
  }
  const edited = applied.filter(({ name, checksum }) => byName.get(name)?.checksum !== checksum)
  if (edited.length > 0) {
    throw new Error(
      `The migration ${edited.map(({ name }) => name).join(', ')} was changed after it had been ` +
        'applied. Restore its file; a change of the schema is a new migration.',
    )
  }
}

async function apply(database: MigrationDatabase, { name, sql, checksum }: Migration) {
  try {
    await database.run(sql)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The migration ${name} failed and changed nothing: ${reason}`, { cause })
  }
  await database.run(
    `INSERT INTO "_prisma_migrations"
       ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
     VALUES ('${randomUUID()}', '${checksum}', '${name}', CURRENT_TIMESTAMP, 1)`,
  )
}
