import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { createEmptyDatabase, provider } from '@/lib/store/test-database'
import { migrate } from './migrate'

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
    await database.$close()
  }
}

/** Writes a migration of the kind of database that is tested. */
async function writeMigration(name: string, script: string): Promise<string> {
  const file = path.join(folder, 'migrations', provider, name, 'migration.sql')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, script)
  return file
}

const ADD_NOTE = 'ALTER TABLE "Topic" ADD COLUMN "note" TEXT;'

beforeEach(async () => {
  ;({ url, folder, close } = await createEmptyDatabase())
  await cp(path.join(here, 'migrations'), path.join(folder, 'migrations'), { recursive: true })
})

afterEach(() => close())

describe('the migrations of this checkout', () => {
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
  it.runIf(provider === 'sqlite')(
    'that rebuilds a table keeps every row that refers to it',
    async () => {
      await migrate(url, folder)
      await sql(
        `INSERT INTO "Article" ("publicId", "canonicalUrl", "title", "publishedAt")
       VALUES ('a', 'https://a.example/', 'A', '2026-01-01T00:00:00+00:00')`,
      )
      await sql(`INSERT INTO "Image" ("articleId", "position", "url") VALUES (1, 0, '/a.svg')`)
      const [table] = await sql(`SELECT "sql" FROM sqlite_master WHERE "name" = 'Article'`)
      const rebuilt = String(table?.sql).replace('"Article"', '"new_Article"')
      await writeMigration(
        '20300102030405_rebuild',
        `${rebuilt};
       INSERT INTO "new_Article" SELECT * FROM "Article";
       DROP TABLE "Article";
       ALTER TABLE "new_Article" RENAME TO "Article";`,
      )

      expect(await migrate(url, folder)).toEqual(['20300102030405_rebuild'])
      expect(await migrate(url, folder)).toEqual([])
      expect(await sql('SELECT "title" FROM "Article"')).toEqual([{ title: 'A' }])
      expect(await sql('SELECT * FROM "Image"')).toHaveLength(1)
      expect(await sql('PRAGMA foreign_key_check')).toEqual([])
    },
  )

  it('that cannot be applied changes nothing, says why, and is applied once it is corrected', async () => {
    await migrate(url, folder)
    await writeMigration('20300101000000_good', 'ALTER TABLE "Topic" ADD COLUMN "good" TEXT;')
    const broken = `${ADD_NOTE}\nINSERT INTO "Nowhere" VALUES (1);`
    const file = await writeMigration('20300102000000_broken', broken)
    await expect(migrate(url, folder)).rejects.toThrow(
      /20300102000000_broken failed and changed nothing: .*Nowhere/,
    )
    await expect(sql('SELECT "note" FROM "Topic"')).rejects.toThrow()
    await expect(sql('SELECT "good" FROM "Topic"')).rejects.toThrow()

    await writeFile(file, ADD_NOTE)
    expect(await migrate(url, folder)).toHaveLength(2)
    expect(await sql('SELECT "note", "good" FROM "Topic"')).toEqual([])
  })
})

describe('a database with another history', () => {
  it('made by a newer version is left alone, with a plain sentence', async () => {
    await writeMigration('20400101000000_of_the_future', ADD_NOTE)
    await migrate(url, folder)
    await expect(migrate(url)).rejects.toThrow(
      /created by a newer version of Hotsheet: .*20400101000000_of_the_future/,
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

it('one database migrated twice at the same time is migrated once', async () => {
  const applied = await Promise.all([migrate(url), migrate(url)])
  const names = (await readdir(path.join(here, 'migrations', provider))).filter((name) =>
    /^\d/.test(name),
  )
  expect(applied.flat().sort()).toEqual(names.sort())
})

it('databases migrated at the same time do not disturb each other', async () => {
  const others = await Promise.all([createEmptyDatabase(), createEmptyDatabase()])
  const applied = await Promise.all(
    [url, ...others.map((other) => other.url)].map((each) => migrate(each)),
  )
  expect(applied.map((names) => names.length > 0)).toEqual([true, true, true])
  for (const other of others) await other.close()
})
