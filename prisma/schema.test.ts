import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Database } from '@/lib/db/client'
import { createTestDatabase, provider } from '@/lib/store/test-database'

/** Column types of the database for each type of schema.prisma. */
const COLUMN_TYPES: Record<string, { sqlite: string; postgresql: string }> = {
  BigInt: { sqlite: 'bigint', postgresql: 'bigint' },
  Boolean: { sqlite: 'boolean', postgresql: 'boolean' },
  DateTime: { sqlite: 'datetime', postgresql: 'timestamp without time zone' },
  Float: { sqlite: 'real', postgresql: 'double precision' },
  Int: { sqlite: 'integer', postgresql: 'integer' },
  Json: { sqlite: 'jsonb', postgresql: 'jsonb' },
  String: { sqlite: 'text', postgresql: 'text' },
}

const COLUMNS = {
  sqlite: `
    SELECT t."name" AS "table", c."name" AS "column", lower(c."type") AS "type",
      c."notnull" = 0 AND c."pk" = 0 AS "isOptional"
    FROM pragma_table_list t, pragma_table_info(t."name") c
    WHERE t."schema" = 'main' AND t."type" = 'table'`,
  postgresql: `
    SELECT table_name AS "table", column_name AS "column", data_type AS "type",
      is_nullable = 'YES' AS "isOptional"
    FROM information_schema.columns WHERE table_schema = current_schema()`,
}

const INDEXES = {
  sqlite: `
    SELECT t."name" AS "table", i."unique" AS "isUnique",
      (SELECT group_concat(c."name", ',') FROM pragma_index_info(i."name") c) AS "columns"
    FROM pragma_table_list t, pragma_index_list(t."name") i
    WHERE t."schema" = 'main' AND t."type" = 'table'`,
  postgresql: `
    SELECT t.relname AS "table", i.indisunique AS "isUnique",
      (SELECT string_agg(a.attname, ',' ORDER BY k.place)
       FROM unnest(i.indkey::int[]) WITH ORDINALITY k(number, place)
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS "columns"
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = current_schema()::regnamespace`,
}

/** Fields and indexes of each model of schema.prisma, as the database should describe them. */
async function readModels() {
  const schema = await readFile(path.join(import.meta.dirname, 'schema.prisma'), 'utf8')
  return [...schema.matchAll(/^model (\w+) \{([^}]+)\}/gm)].map(([, table = '', body = '']) => {
    const fields = [...body.matchAll(/^\s+(\w+)\s+(\w+)(\?|\[\])?(.*)$/gm)]
    const columns = fields.flatMap(([, column = '', type = '', mark]) => {
      const known = COLUMN_TYPES[type]
      return known ? [`${column} ${known[provider]}${mark === '?' ? '?' : ''}`] : []
    })
    const single = fields.flatMap(([, column, , , rest]) =>
      /@(unique|id)\b/.test(rest ?? '') ? [`unique ${column}`] : [],
    )
    const several = [...body.matchAll(/@@(index|unique|id)\(\[([^\]]+)\]/g)].map(
      ([, kind, names = '']) =>
        `${kind === 'index' ? 'index' : 'unique'} ${names.replace(/\s/g, '')}`,
    )
    return { table, columns: columns.sort(), indexes: [...single, ...several].sort() }
  })
}

/** Reads what the database has for the same tables. */
async function readTables(database: Database, tables: string[]) {
  const columns = await database.$queryRawUnsafe<Record<string, string>[]>(COLUMNS[provider])
  const indexes = await database.$queryRawUnsafe<Record<string, string>[]>(INDEXES[provider])
  return tables.map((table) => ({
    table,
    columns: columns
      .filter((row) => row.table === table)
      .map(({ column, type, isOptional }) => `${column} ${type}${Number(isOptional) ? '?' : ''}`)
      .sort(),
    indexes: indexes
      .filter((row) => row.table === table)
      .map((row) => `${Number(row.isUnique) ? 'unique' : 'index'} ${row.columns}`)
      .sort(),
  }))
}

it('the migrations lead to the tables, columns and indexes that schema.prisma describes', async () => {
  const { database, close } = await createTestDatabase()
  try {
    const models = await readModels()
    expect(models.length).toBeGreaterThan(8)
    const tables = await readTables(
      database,
      models.map(({ table }) => table),
    )
    // SQLite's key of one integer column is the row number and has no index.
    const comparable = models.map((model) => ({
      ...model,
      indexes: model.indexes.filter((index) => provider !== 'sqlite' || index !== 'unique id'),
    }))
    expect(tables).toEqual(comparable)
  } finally {
    await close()
  }
})
