import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { adapterOptions, openDatabase } from '@/lib/db/client'
import { withSchemaEngine } from './engine'
import { MigrationAdapter } from './migration-adapter'

/** The folder of schema.prisma and migrations/. */
const here = path.dirname(fileURLToPath(import.meta.url))
const lockfile = 'provider = "sqlite"\n'
const noFilter = { externalTables: [], externalEnums: [] }

async function readMigration(folder: string, name: string) {
  const file = path.join(folder, name, 'migration.sql')
  const value = await readFile(file, 'utf8')
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  }
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map((name) => readMigration(folder, name)),
    ),
  }
}

/** Makes the file if need be; tells whether a migration was ever begun in it. */
async function openFile(url: string): Promise<{ hasHistory: boolean }> {
  const database = openDatabase(url)
  try {
    // Readers go on while someone writes; the setting is stored in the file.
    await database.$queryRaw`PRAGMA journal_mode = WAL`
    const tables =
      await database.$queryRaw`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`
    return { hasHistory: Array.isArray(tables) && tables.length > 0 }
  } finally {
    await database.$disconnect()
  }
}

/** Stops where going on could harm, and clears what an interrupted run left behind. */
async function checkHistory(engine: SchemaEngine, migrationsList: MigrationList): Promise<void> {
  const { history, editedMigrationNames, failedMigrationNames } =
    await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilter,
    })
  if (history && 'unpersistedMigrationNames' in history) {
    throw new Error(
      `The database was made by a newer version of Hotsheet: it has the migration ` +
        `${history.unpersistedMigrationNames.join(', ')}, which this version does not know. ` +
        'Update Hotsheet, or point DATABASE_URL at another file.',
    )
  }
  const edited = editedMigrationNames.filter((name) => !failedMigrationNames.includes(name))
  if (edited.length > 0) {
    throw new Error(
      `The migration ${edited.join(', ')} was changed after it had been applied. ` +
        'Restore its file; a change of the schema is a new migration.',
    )
  }
  // A migration is applied whole or not at all, so a failed one left nothing and may be tried again.
  for (const migrationName of failedMigrationNames) {
    await engine.markMigrationRolledBack({ migrationName })
  }
}

/**
 * Applies the migrations that a database has not seen yet, in order, each
 * whole or not at all. Safe to run again, also after an interruption.
 *
 * @param url a checked database URL
 * @param folder where schema.prisma and migrations/ are
 * @returns the names of the migrations applied now, none if it was up to date
 * @throws Error when a newer version made the database, the history was edited or a migration fails
 */
export async function migrate(url: string, folder: string = here): Promise<string[]> {
  const { hasHistory } = await openFile(url)
  const schema = await readFile(path.join(folder, 'schema.prisma'), 'utf8')
  const migrationsList = await readMigrations(path.join(folder, 'migrations'))
  return withSchemaEngine(new MigrationAdapter(adapterOptions(url)), schema, async (engine) => {
    if (hasHistory) await checkHistory(engine, migrationsList)
    const applied = await engine.applyMigrations({ migrationsList, filters: noFilter })
    return applied.appliedMigrationNames
  })
}

/**
 * The SQL that leads from the migrations so far to the present schema.prisma.
 *
 * @param folder where schema.prisma and migrations/ are
 * @returns null when they agree
 */
export async function diffSchema(folder: string = here): Promise<string | null> {
  const schemaFile = path.join(folder, 'schema.prisma')
  const content = await readFile(schemaFile, 'utf8')
  const migrations = await readMigrations(path.join(folder, 'migrations'))
  const shadow = new MigrationAdapter({ url: ':memory:' })
  return withSchemaEngine(shadow, content, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: true,
      filters: noFilter,
    })
    return exitCode === 0 ? null : stdout
  })
}

/**
 * Writes the migration that leads from the migrations so far to the present schema.prisma.
 *
 * @param name what the migration does, in a few words
 * @param now when it is written; the folder's name begins with it
 * @param folder where schema.prisma and migrations/ are
 * @returns the path of the new migration.sql, or null if the schema is unchanged
 */
export async function createMigration(
  name: string,
  now: Date,
  folder: string = here,
): Promise<string | null> {
  const script = await diffSchema(folder)
  if (script === null) return null
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const migrations = path.join(folder, 'migrations')
  const file = path.join(migrations, `${time}_${name.replace(/\W+/g, '_')}`, 'migration.sql')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(path.join(migrations, 'migration_lock.toml'), lockfile)
  await writeFile(file, script)
  return file
}
