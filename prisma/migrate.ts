import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { openDatabase, sqliteOptions } from '@/lib/db/client'
import { databaseProvider } from '@/lib/db/url'
import { type MigrationAdapter, withSchemaEngine } from './engine'
import { PostgresMigrations } from './postgresql-migrations'
import { schemaFor } from './schema-for'
import { SqliteMigrations } from './sqlite-migrations'

/** The folder of schema.prisma and migrations/. */
const here = path.dirname(fileURLToPath(import.meta.url))

/**
 * Tables that Prisma has no words for: the search index, written in SQL in the
 * migrations. SQLite keeps a virtual table in several real ones.
 */
function filtersFor(provider: Provider) {
  const names = ['', '_data', '_idx', '_docsize', '_config'].map((part) => `ArticleSearch${part}`)
  names.push('SearchPlace', 'SearchTerm', 'SearchName')
  const externalTables = provider === 'sqlite' ? names : names.map((name) => `public.${name}`)
  return { externalTables, externalEnums: [] }
}

type Provider = ReturnType<typeof databaseProvider>

async function readMigration(folder: string, name: string) {
  const file = path.join(folder, name, 'migration.sql')
  const value = await readFile(file, 'utf8')
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  }
}

/** The migrations of one kind of database: migrations/<provider>/. */
async function readMigrations(folder: string, provider: Provider): Promise<MigrationList> {
  const baseDir = path.join(folder, 'migrations', provider)
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lockfile(provider) },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map((name) => readMigration(baseDir, name)),
    ),
  }
}

function lockfile(provider: Provider): string {
  return `provider = "${provider}"\n`
}

async function readSchema(folder: string, provider: Provider) {
  const file = path.join(folder, 'schema.prisma')
  return { path: file, content: schemaFor(provider, await readFile(file, 'utf8')) }
}

function adapterFor(url: string): MigrationAdapter {
  return databaseProvider(url) === 'sqlite'
    ? new SqliteMigrations(sqliteOptions(url))
    : new PostgresMigrations(url)
}

/** Makes a file if need be; tells whether a migration was ever begun in the database. */
async function openFile(url: string): Promise<{ hasHistory: boolean }> {
  const database = openDatabase(url)
  try {
    if (databaseProvider(url) === 'postgresql') {
      const [found] = await database.$queryRaw<{ history: boolean }[]>`
        SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "history"`
      return { hasHistory: found?.history ?? false }
    }
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
async function checkHistory(
  engine: SchemaEngine,
  migrationsList: MigrationList,
  filters: ReturnType<typeof filtersFor>,
): Promise<void> {
  const { history, editedMigrationNames, failedMigrationNames } =
    await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    })
  if (history && 'unpersistedMigrationNames' in history) {
    throw new Error(
      `The database was made by a newer version of Hotsheet: it has the migration ` +
        `${history.unpersistedMigrationNames.join(', ')}, which this version does not know. ` +
        'Update Hotsheet, or point DATABASE_URL at another database.',
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
  const provider = databaseProvider(url)
  const { hasHistory } = await openFile(url)
  const { content } = await readSchema(folder, provider)
  const migrationsList = await readMigrations(folder, provider)
  return withSchemaEngine(adapterFor(url), content, async (engine) => {
    if (hasHistory) await checkHistory(engine, migrationsList, filtersFor(provider))
    const applied = await engine.applyMigrations({
      migrationsList,
      filters: filtersFor(provider),
    })
    return applied.appliedMigrationNames
  })
}

/**
 * The SQL that leads from the migrations so far to the present schema.prisma.
 *
 * @param url a database of the kind in question: for SQLite none is opened, and on
 *   PostgreSQL the migrations are replayed in a database of its own, made and dropped
 * @param folder where schema.prisma and migrations/ are
 * @returns null when they agree
 */
export async function diffSchema(url: string, folder: string = here): Promise<string | null> {
  const provider = databaseProvider(url)
  const schema = await readSchema(folder, provider)
  const migrations = await readMigrations(folder, provider)
  const shadow = provider === 'sqlite' ? new SqliteMigrations({ url: ':memory:' }) : adapterFor(url)
  return withSchemaEngine(shadow, schema.content, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: filtersFor(provider),
    })
    return exitCode === 0 ? null : stdout
  })
}

/**
 * Writes the migration that leads from the migrations so far to the present
 * schema.prisma, for one kind of database.
 *
 * @param url a database of that kind, see {@link diffSchema}
 * @param name what the migration does, in a few words
 * @param now when it is written; the folder's name begins with it
 * @param folder where schema.prisma and migrations/ are
 * @returns the path of the new migration.sql, or null if the schema is unchanged
 */
export async function createMigration(
  url: string,
  name: string,
  now: Date,
  folder: string = here,
): Promise<string | null> {
  const script = await diffSchema(url, folder)
  if (script === null) return null
  const provider = databaseProvider(url)
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const migrations = path.join(folder, 'migrations', provider)
  const file = path.join(migrations, `${time}_${name.replace(/\W+/g, '_')}`, 'migration.sql')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(path.join(migrations, 'migration_lock.toml'), lockfile(provider))
  await writeFile(file, script)
  return file
}
