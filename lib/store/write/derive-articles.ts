import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { SORTS } from '@/lib/feed-filter'
import { chunksOf } from './chunks'
import { derive, type Derived, type Entry, type Origin, origin } from './derive'
import { insertRows } from './insert-rows'
import { moveCounts } from './move-counts'
import { changeSpellings, type SpellingChange } from './topic-spellings'

/** Articles at a time: Prisma binds some 1,000 values to a statement on SQLite. */
const CHUNK = 500

/** Result of {@link deriveArticles}. */
export interface DerivedArticles {
  /** How many articles changed for readers. */
  changed: number
  /** Topics of articles that are now listed, or no longer; row ids, perhaps several times. */
  topicIds: number[]
}

/**
 * Derives what readers see of these articles again: whether they are listed,
 * their rank, how many pieces are under them, and their places in the feeds.
 *
 * @param now documents whose publication date lies after it are held until then
 */
export async function deriveArticles(
  tx: Transaction,
  ids: number[],
  now: Date,
): Promise<DerivedArticles> {
  const result: DerivedArticles = { changed: 0, topicIds: [] }
  for (const chunk of chunksOf(ids, CHUNK)) {
    const { changed, topicIds } = await deriveChunk(tx, chunk, now)
    result.changed += changed
    result.topicIds.push(...topicIds)
  }
  return result
}

async function deriveChunk(tx: Transaction, ids: number[], now: Date): Promise<DerivedArticles> {
  const articles = await listOrigins(tx, ids)
  const stale = articles
    .map((article) => ({ article, derived: derive(article, now) }))
    .filter(({ article, derived }) => !isUpToDate(article, derived))
  if (stale.length === 0) return { changed: 0, topicIds: [] }
  await updateArticles(
    tx,
    stale.map(({ derived }) => derived),
  )
  await holdArticles(tx, stale)
  await moveEntries(tx, stale)
  const spellings = stale.flatMap(spellingChanges)
  await changeSpellings(tx, spellings)
  return { changed: stale.length, topicIds: spellings.map(({ topicId }) => topicId) }
}

/** An article as it is stored, and what follows from it now. */
interface Stale {
  article: Origin
  derived: Derived
}

function spellingChanges({ article, derived }: Stale): SpellingChange[] {
  const by = Number(derived.listed) - Number(article.listed)
  return by === 0 ? [] : article.topics.map(({ topicId, name }) => ({ topicId, name, by }))
}

/** One statement for each date: few articles are held at any time. */
async function holdArticles(tx: Transaction, stale: Stale[]): Promise<void> {
  for (const { article, derived } of stale) {
    const { id, heldUntil } = derived
    if (isSameTime(article.heldUntil, heldUntil)) continue
    await tx.article.update({ where: { id }, data: { heldUntil }, select: { id: true } })
  }
}

async function moveEntries(tx: Transaction, stale: Stale[]): Promise<void> {
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
}

/** Pieces that have no document, and had none before, hold nothing that is derived. */
async function listOrigins(tx: Transaction, ids: number[]): Promise<Origin[]> {
  const derivable = [{ documents: { some: {} } }, { hasDocument: true }]
  return tx.article.findMany({ where: { id: { in: ids }, OR: derivable }, select: origin })
}

function isUpToDate(article: Origin, derived: Derived): boolean {
  return (
    article.hasDocument === derived.hasDocument &&
    isSameTime(article.heldUntil, derived.heldUntil) &&
    article.listed === derived.listed &&
    article.rank === derived.rank &&
    article.relatedCount === derived.relatedCount &&
    sameEntries(article.entries, derived.entries)
  )
}

function isSameTime(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime()
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
