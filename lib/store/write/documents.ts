import type { Database, Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { insertRows } from './insert-rows'

/** A file as it was read, filed under the article that it describes. */
export interface DocumentRow {
  name: string
  articleId: number
  /** SHA-256 of its bytes, hexadecimal. */
  hash: string
  source: string
  /** Absolute real path of the file; null where it is not known. */
  origin: string | null
  importOrder: number
}

/** A stored document as an import compares it with files. */
export interface StoredDocument {
  name: string
  hash: string
  origin: string | null
  importOrder: number
}

/** What tells articles apart. */
export interface StoredStory {
  canonicalUrl: string
  title: string
  publishedAt: Date
}

/** An article with the names of the documents that describe it. */
export interface Described {
  id: number
  canonicalUrl: string
  title: string
  published: boolean
  documents: string[]
}

const compared = { name: true, hash: true, origin: true, importOrder: true } as const

/** Those of the named documents that are stored. */
export async function listStoredByName(
  database: Database,
  names: string[],
): Promise<StoredDocument[]> {
  return database.document.findMany({ where: { name: { in: names } }, select: compared })
}

/** The stored documents that came from these files. */
export async function listStoredByOrigin(
  database: Database,
  origins: string[],
): Promise<StoredDocument[]> {
  if (origins.length === 0) return []
  return database.document.findMany({ where: { origin: { in: origins } }, select: compared })
}

/** The article that a stored document describes; null when it is not stored. */
export async function findStory(database: Database, name: string): Promise<StoredStory | null> {
  const article = { select: { canonicalUrl: true, title: true, publishedAt: true } }
  const row = await database.document.findUnique({ where: { name }, select: { article } })
  return row?.article ?? null
}

/** Names and origins of stored documents in order of their names, at most `limit`, beginning after `after`. */
export async function listOrigins(
  database: Database,
  after: string,
  limit: number,
): Promise<{ name: string; origin: string | null }[]> {
  return database.document.findMany({
    where: { name: { gt: after } },
    orderBy: { name: 'asc' },
    take: limit,
    select: { name: true, origin: true },
  })
}

export async function countDocuments(database: Database): Promise<number> {
  return database.document.count()
}

/** Stores where documents that are otherwise unchanged come from now. */
export async function saveOrigins(
  tx: Transaction,
  origins: { name: string; origin: string | null }[],
): Promise<void> {
  if (origins.length === 0) return
  const rows = origins.map(({ name, origin }) => Prisma.sql`(${name}, ${origin})`)
  await tx.$executeRaw`
    WITH moved ("name", "origin") AS (VALUES ${Prisma.join(rows)})
    UPDATE "Document"
    SET "origin" = (SELECT moved."origin" FROM moved WHERE moved."name" = "Document"."name")
    WHERE "name" IN (SELECT moved."name" FROM moved)`
}

/** Names of stored documents in order, at most `limit`, beginning after `after`. */
export async function listDocumentNames(
  database: Database,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await database.document.findMany({
    where: { name: { gt: after } },
    orderBy: { name: 'asc' },
    take: limit,
    select: { name: true },
  })
  return rows.map(({ name }) => name)
}

/** Names of the documents of these articles. */
export async function listDocumentNamesOf(
  tx: Transaction,
  articleIds: number[],
): Promise<string[]> {
  if (articleIds.length === 0) return []
  const where = { articleId: { in: articleIds } }
  const rows = await tx.document.findMany({ where, select: { name: true } })
  return rows.map(({ name }) => name)
}

/** The named documents' whole text, in any order. */
export async function listSources(
  database: Database | Transaction,
  names: string[],
): Promise<Omit<DocumentRow, 'articleId'>[]> {
  if (names.length === 0) return []
  return database.document.findMany({
    where: { name: { in: names } },
    select: { name: true, hash: true, source: true, origin: true, importOrder: true },
  })
}

/** Articles that the named documents describe until now, and those at the given canonical URLs. */
export async function listDescribed(
  tx: Transaction,
  names: string[],
  urls: string[],
): Promise<Described[]> {
  const moved = await tx.document.findMany({
    where: { name: { in: names } },
    select: { articleId: true },
  })
  const ids = moved.map(({ articleId }) => articleId)
  const select = {
    ...{ id: true, canonicalUrl: true, title: true, published: true },
    documents: { select: { name: true } },
  }
  const found = [
    ...(await tx.article.findMany({ where: { canonicalUrl: { in: urls } }, select })),
    ...(ids.length > 0 ? await tx.article.findMany({ where: { id: { in: ids } }, select }) : []),
  ]
  const distinct = new Map(found.map((article) => [article.id, article]))
  return [...distinct.values()].map(({ documents, ...article }) => ({
    ...article,
    documents: documents.map(({ name }) => name),
  }))
}

/** Stores documents as they are, each over the one of its name. */
export async function saveDocuments(tx: Transaction, rows: DocumentRow[]): Promise<void> {
  const names = rows.map(({ name }) => name)
  const stored = await tx.document.findMany({
    where: { name: { in: names } },
    select: { name: true },
  })
  const known = new Set(stored.map(({ name }) => name))
  await insertRows(
    tx,
    'Document',
    rows
      .filter(({ name }) => !known.has(name))
      .map(({ name, articleId, hash, source, origin, importOrder }) => ({
        ...{ name, articleId, hash, source, origin, importOrder },
      })),
  )
  for (const { name, ...data } of rows.filter((row) => known.has(row.name))) {
    await tx.document.update({ where: { name }, data, select: { name: true } })
  }
}

/** Forgets the named documents; their articles stay until they are removed as orphans. */
export async function removeDocuments(tx: Transaction, names: string[]): Promise<void> {
  if (names.length > 0) await tx.document.deleteMany({ where: { name: { in: names } } })
}
