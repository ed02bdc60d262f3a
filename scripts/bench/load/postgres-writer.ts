import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import type { BulkWriter, Row, Value } from './bulk-writer'

/** Something that a statement makes. */
interface Makeable {
  make: string
}

/** An index or a constraint, with the statements that drop it and make it again. */
interface Restorable extends Makeable {
  drop: string
}

/** Statements that run at the same time, each on a connection of its own. */
const AT_ONCE = 2

const constraints = (types: string) => `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s',
                conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN (${types})
    AND conrelid <> '_prisma_migrations'::regclass`
const FOREIGN_KEYS = constraints("'f'")
/** Primary keys and unique ones, which foreign keys rest on. */
const KEYS = constraints("'p', 'u'")
/** Those that belong to no constraint; first the full-text index, which takes as long as all others. */
const INDEXES = `
  SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS make
  FROM pg_index
  JOIN pg_class ON pg_class.oid = indrelid
  JOIN pg_class AS index ON index.oid = indexrelid
  JOIN pg_am ON pg_am.oid = index.relam
  WHERE pg_class.relnamespace = 'public'::regnamespace AND pg_class.relname <> '_prisma_migrations'
  ORDER BY amname = 'gin' DESC`
const TABLES = `
  SELECT format('VACUUM ANALYZE %s', oid::regclass) AS make FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`
const SEQUENCES = `
  SELECT format('SELECT setval(%L, (SELECT coalesce(max(id), 0) + 1 FROM %s), false)',
                pg_get_serial_sequence(oid::regclass::text, 'id'), oid::regclass) AS make
  FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND EXISTS (
    SELECT 1 FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'id' AND atthasdef)`

/**
 * Copies rows into tables without indexes.
 *
 * @param url an empty, migrated database that nobody else uses
 */
export async function openPostgresWriter(url: string): Promise<BulkWriter> {
  const client = await connect(url)
  const foreignKeys = await dropAll(client, FOREIGN_KEYS)
  const keys = await dropAll(client, KEYS)
  const indexes = await dropAll(client, INDEXES)
  const copies = new Map<string, Copy>()
  return {
    async insert(table, rows) {
      const [first] = rows
      if (!first) return
      const copy = copies.get(table) ?? (await openCopy(url, table, Object.keys(first)))
      copies.set(table, copy)
      await copy.write(rows)
    },
    async finish() {
      for (const copy of copies.values()) await copy.end()
      await makeAll(url, [...indexes, ...keys])
      await makeAll(url, foreignKeys)
      for (const query of [SEQUENCES, TABLES]) {
        const { rows } = await client.query<Makeable>(query)
        await makeAll(url, rows)
      }
      await client.end()
    },
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("SET maintenance_work_mem = '1GB'")
  return client
}

async function dropAll(client: pg.Client, query: string): Promise<Restorable[]> {
  const { rows } = await client.query<Restorable>(query)
  for (const { drop } of rows) await client.query(drop)
  return rows
}

/** Makes all of them, in any order, several at a time. */
async function makeAll(url: string, all: readonly Makeable[]): Promise<void> {
  const left = all.values()
  const work = Array.from({ length: AT_ONCE }, async () => {
    const client = await connect(url)
    // What is left is shared: each connection takes the next.
    for (const { make } of left) await client.query(make)
    await client.end()
  })
  await Promise.all(work)
}

/** Rows on their way into a table. */
interface Copy {
  write(rows: Row[]): Promise<void>
  end(): Promise<void>
}

/** A connection carries one COPY at a time, and so each table has a connection of its own. */
async function openCopy(url: string, table: string, columns: string[]): Promise<Copy> {
  const client = await connect(url)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const stream: CopyStreamQuery = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`))
  return {
    async write(rows) {
      const text = rows.map((row) => `${Object.values(row).map(toField).join('\t')}\n`).join('')
      if (!stream.write(text)) await once(stream, 'drain')
    },
    async end() {
      stream.end()
      await finished(stream)
      await client.end()
    },
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value in the text format of COPY: https://www.postgresql.org/docs/15/sql-copy.html */
function toField(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? '')
  return value instanceof Date ? value.toISOString().slice(0, -1) : String(value)
}
