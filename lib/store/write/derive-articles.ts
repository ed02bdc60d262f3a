import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { SORTS } from '@/lib/feed-filter'
import { chunksOf } from './chunks'
import { derive, type Derived, type Entry, type Origin, origin } from './derive'
import { insertRows } from './insert-rows'
import { moveCounts } from './move-counts'

/** Articles at a time: Prisma binds some 1,000 values to a statement on SQLite. */
const CHUNK = 500

/**
 * Works out anew what readers see of these articles: whether they are listed,
 * their rank, how many pieces are under them, and their places in the feeds.
 *
 * @returns how many of them are not what they were
 */
export async function deriveArticles(tx: Transaction, ids: number[]): Promise<number> {
  let changed = 0
  for (const chunk of chunksOf(ids, CHUNK)) changed += await deriveChunk(tx, chunk)
  return changed
}

async function deriveChunk(tx: Transaction, ids: number[]): Promise<number> {
  const articles = await listOrigins(tx, ids)
  const stale = articles
    .map((article) => ({ article, derived: derive(article) }))
    .filter(({ article, derived }) => !isUpToDate(article, derived))
  if (stale.length === 0) return 0
  await updateArticles(
    tx,
    stale.map(({ derived }) => derived),
  )
  const moved = stale.filter(
    ({ article, derived }) => !sameEntries(article.entries, derived.entries),
  )
  await replaceEntries(
    tx,
    moved.map(({ derived }) => derived),
  )
  await moveCounts(
    tx,
    moved.map(({ article, derived }) => ({
      from: article.entries.map(({ topicId }) => topicId),
      to: derived.entries.map(({ topicId }) => topicId),
    })),
  )
  return stale.length
}

/** Pieces that have no document, and had none before, hold nothing that is derived. */
async function listOrigins(tx: Transaction, ids: number[]): Promise<Origin[]> {
  const derivable = [{ documents: { some: {} } }, { hasDocument: true }]
  return tx.article.findMany({ where: { id: { in: ids }, OR: derivable }, select: origin })
}

function isUpToDate(article: Origin, derived: Derived): boolean {
  return (
    article.hasDocument === derived.hasDocument &&
    article.listed === derived.listed &&
    article.rank === derived.rank &&
    article.relatedCount === derived.relatedCount &&
    sameEntries(article.entries, derived.entries)
  )
}

function sameEntries(stored: Entry[], wanted: Entry[]): boolean {
  const line = (entry: Entry) => [entry.topicId, ...SORTS.map((sort) => entry[sort])].join()
  return stored.map(line).sort().join(';') === wanted.map(line).sort().join(';')
}

async function updateArticles(tx: Transaction, rows: Derived[]): Promise<void> {
  const values = rows.map(
    ({ id, hasDocument, listed, rank, relatedCount }) =>
      Prisma.sql`(CAST(${id} AS INTEGER), CAST(${hasDocument} AS BOOLEAN),
        CAST(${listed} AS BOOLEAN), CAST(${rank} AS BIGINT), CAST(${relatedCount} AS INTEGER))`,
  )
  // Unnamed columns of VALUES are column1, column2, … in SQLite and PostgreSQL alike.
  await tx.$executeRaw`
    UPDATE "Article" SET "hasDocument" = v.column2,
      "listed" = v.column3, "rank" = v.column4, "relatedCount" = v.column5
    FROM (VALUES ${Prisma.join(values)}) AS v WHERE "id" = v.column1`
}

async function replaceEntries(tx: Transaction, rows: Derived[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.feedEntry.deleteMany({ where: { articleId: { in: ids } } })
  const added = rows.flatMap(({ id, entries }) =>
    entries.map((entry) => ({ ...entry, articleId: id })),
  )
  await insertRows(tx, 'FeedEntry', added)
}
