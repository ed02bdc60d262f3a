import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { createEmptyDatabase, provider } from '@/lib/store/test-database'
import { createMigration, diffSchema, migrate } from './migrate'

const here = path.dirname(fileURLToPath(import.meta.url))
let folder: string
let url: string
let close: () => Promise<void>

/** Runs SQL in the test's database and gives its rows. */
async function sql(query: string): Promise<Record<string, unknown>[]> {
  const database = openDatabase(url)
  try {
    return await database.$queryRawUnsafe(query)
  } finally {
    await database.$disconnect()
  }
}

async function changeSchema(from: string, to: string): Promise<void> {
  const file = path.join(folder, 'schema.prisma')
  const schema = await readFile(file, 'utf8')
  expect(schema).toContain(from)
  await writeFile(file, schema.replace(from, to))
}

beforeEach(async () => {
  ;({ url, folder, close } = await createEmptyDatabase())
  await cp(path.join(here, 'schema.prisma'), path.join(folder, 'schema.prisma'))
  await cp(path.join(here, 'migrations'), path.join(folder, 'migrations'), { recursive: true })
})

afterEach(() => close())

describe('the migrations of this checkout', () => {
  it('lead to exactly what schema.prisma says', async () => {
    expect(await diffSchema(url)).toBeNull()
  })

  it('make an empty database ours, and change nothing the second time', async () => {
    expect(await migrate(url)).not.toEqual([])
    expect(await migrate(url)).toEqual([])
  })

  it.runIf(provider === 'sqlite')('let readers go on while someone writes', async () => {
    await migrate(url)
    expect(await sql('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
  })

  it.runIf(provider === 'sqlite')(
    'keep rows whose key is of several columns by that key',
    async () => {
      await migrate(url)
      const keyed = await sql(`
      SELECT t."name", t."wr" AS "byKey" FROM pragma_table_list AS t
      WHERE t."schema" = 'main' AND t."type" = 'table'
        AND (SELECT COUNT(*) FROM pragma_table_info(t."name") WHERE "pk" > 0) > 1`)
      expect(keyed.filter(({ byKey }) => Number(byKey) === 0)).toEqual([])
      expect(keyed.map(({ name }) => name)).toContain('Related')
    },
  )
})

describe('an upgrade', () => {
  it('tells articles that have a document from those that only others relate to', async () => {
    const migrations = path.join(folder, 'migrations', provider)
    const later = (name: string) => name > '20261126080000_z'
    const waiting = (await readdir(migrations)).filter(later).filter((name) => /^\d/.test(name))
    for (const name of waiting) await rm(path.join(migrations, name), { recursive: true })
    await migrate(url, folder)
    const at = `'2026-01-01T00:00:00+00:00'`
    await sql(
      `INSERT INTO "Article" ("publicId", "canonicalUrl", "title", "publishedAt", "firstSeenAt")
       VALUES ('a', 'https://a.example/', 'A', ${at}, ${at}), ('b', 'https://b.example/', 'B', ${at}, ${at})`,
    )
    await sql(`INSERT INTO "Document" ("name", "articleId", "hash", "source")
      SELECT 'a.md', "id", '', '' FROM "Article" WHERE "publicId" = 'a'`)

    await migrate(url)
    const rows = await sql('SELECT "publicId", "hasDocument" FROM "Article" ORDER BY "publicId"')
    expect(rows.map((row) => [row.publicId, Boolean(Number(row.hasDocument))])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })
})

describe('a change of the schema', () => {
  it('becomes a migration that keeps every row, also of a table that must be rebuilt', async () => {
    await migrate(url, folder)
    await sql(`INSERT INTO "Topic" ("slug", "name") VALUES ('ai', 'AI')`)
    await sql(
      `INSERT INTO "Article" ("publicId", "canonicalUrl", "title", "publishedAt", "firstSeenAt")
       VALUES ('a', 'https://a.example/', 'A', '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00')`,
    )
    await sql(`INSERT INTO "Image" ("articleId", "position", "url") VALUES (1, 0, '/a.svg')`)

    // A new required column with a default and a changed default: SQLite rebuilds the table for it.
    await changeSchema('  title        String\n', '  title        String    @default("Untitled")\n')
    await changeSchema('  name         String\n', '  name         String\n  note         String?\n')
    const file = await createMigration(url, 'add a note', new Date('2030-01-02T03:04:05Z'), folder)
    expect(file).toBe(
      path.join(folder, 'migrations', provider, '20300102030405_add_a_note', 'migration.sql'),
    )

    expect(await migrate(url, folder)).toEqual(['20300102030405_add_a_note'])
    expect(await migrate(url, folder)).toEqual([])
    expect(await createMigration(url, 'again', new Date(), folder)).toBeNull()
    expect(await sql('SELECT "title" FROM "Article"')).toEqual([{ title: 'A' }])
    expect(await sql('SELECT "slug", "note" FROM "Topic"')).toEqual([{ slug: 'ai', note: null }])
    expect(await sql('SELECT * FROM "Image"')).toHaveLength(1)
    if (provider === 'sqlite') expect(await sql('PRAGMA foreign_key_check')).toEqual([])
  })

  it('that cannot be applied changes nothing, says why, and is tried again once mended', async () => {
    await migrate(url, folder)
    await changeSchema('  name         String\n', '  name         String\n  note         String?\n')
    const file = await createMigration(url, 'broken', new Date(), folder)
    if (!file) throw new Error('no migration was written')
    const good = await readFile(file, 'utf8')
    await writeFile(file, `${good}\nINSERT INTO "Nowhere" VALUES (1);`)
    await expect(migrate(url, folder)).rejects.toThrow(/Nowhere.* does not exist/)
    await expect(sql('SELECT "note" FROM "Topic"')).rejects.toThrow()

    await writeFile(file, good)
    expect(await migrate(url, folder)).toHaveLength(1)
    expect(await sql('SELECT "note" FROM "Topic"')).toEqual([])
  })
})

describe('a database with another history', () => {
  it('made by a newer version is left alone, with a plain sentence', async () => {
    await changeSchema('  name         String\n', '  name         String\n  note         String?\n')
    await createMigration(url, 'of the future', new Date('2040-01-01T00:00:00Z'), folder)
    await migrate(url, folder)
    await expect(migrate(url)).rejects.toThrow(
      /made by a newer version of Hotsheet: .*20400101000000_of_the_future/,
    )
  })

  it('whose migration was edited afterwards is left alone', async () => {
    const [name = ''] = await migrate(url, folder)
    const file = path.join(folder, 'migrations', provider, name, 'migration.sql')
    await writeFile(file, `${await readFile(file, 'utf8')}\n-- edited`)
    await expect(migrate(url, folder)).rejects.toThrow(/was changed after it had been applied/)
  })

  it('that another program made is left alone', async () => {
    await sql('CREATE TABLE "Recipes" ("id" INTEGER)')
    await expect(migrate(url)).rejects.toThrow(/not empty/)
  })
})

it('databases migrated at the same time do not disturb each other', async () => {
  const others = await Promise.all([createEmptyDatabase(), createEmptyDatabase()])
  const applied = await Promise.all(
    [url, ...others.map((other) => other.url)].map((each) => migrate(each)),
  )
  expect(applied.map((names) => names.length > 0)).toEqual([true, true, true])
  for (const other of others) await other.close()
})
