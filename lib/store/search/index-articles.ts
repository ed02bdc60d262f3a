import { type Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { SORTS } from '@/lib/feed-filter'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { VISIBLE } from '@/lib/store/visible'
import { chunksOf } from '@/lib/store/write/chunks'
import { placeOf } from './fts5'
import { searchRow, toVector, type SearchRow } from './search-row'
import { saveVocabulary } from './vocabulary'

/** Articles at a time: PostgreSQL and SQLite bind some 32,000 values to a statement. */
const CHUNK = 500

const source = {
  id: true,
  title: true,
  excerpt: true,
  body: true,
  type: true,
  provider: true,
  topics: { select: { name: true, topic: { select: { id: true, slug: true } } } },
  related: {
    where: { piece: VISIBLE },
    select: { piece: { select: { title: true } } },
  },
  entries: { where: { topicId: ALL_STORIES } },
} satisfies Prisma.ArticleSelect

/** What an article is found by, as it is stored. */
export type IndexedArticle = Prisma.ArticleGetPayload<{ select: typeof source }>
/** Its keys and its words. */
interface Entry {
  keys: IndexedArticle['entries'][number]
  row: SearchRow
}

/**
 * Brings the search index in line with these articles: with their text, their
 * keys in the feed, and with whether readers see them. After all else that
 * a transaction writes about them.
 *
 * @param ids also of articles that are gone
 */
export async function indexArticles(tx: Transaction, ids: number[]): Promise<void> {
  for (const chunk of chunksOf([...new Set(ids)], CHUNK)) await indexChunk(tx, chunk)
}

async function indexChunk(tx: Transaction, ids: number[]): Promise<void> {
  const where = { id: { in: ids }, listed: true }
  const articles = await tx.article.findMany({ where, select: source })
  const entries = articles.flatMap((article) =>
    article.entries.map((keys) => ({ keys, row: searchRow(toSource(article)) })),
  )
  const replace = tx.$provider() === 'sqlite' ? replaceInSqlite : replaceInPostgres
  await replace(tx, ids, entries)
  await saveVocabulary(tx, articles)
}

function toSource({ topics, related, ...article }: IndexedArticle) {
  return {
    ...article,
    topics: topics.map(({ name, topic }) => ({ name, slug: topic.slug })),
    related: related.map(({ piece }) => piece.title),
  }
}

async function replaceInSqlite(tx: Transaction, ids: number[], entries: Entry[]): Promise<void> {
  // A trigger takes the words of a removed place out of the index.
  await tx.$executeRaw`DELETE FROM "SearchPlace" WHERE "articleId" IN (${Prisma.join(ids)})`
  if (entries.length === 0) return
  const placed = entries
    .map(({ keys, row }) => ({ id: keys.articleId, place: placeOf(keys.top, keys.articleId), row }))
    // FTS5 begins a new segment whenever a rowid is below the one before.
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  const places = placed.map(({ id, place }) => Prisma.sql`(${id}, ${place})`)
  await tx.$executeRaw`
    INSERT INTO "SearchPlace" ("articleId", "place") VALUES ${Prisma.join(places)}`
  const rows = placed.map(
    ({ place, row }) => Prisma.sql`(${place}, ${row.title.join(' ')}, ${row.text.join(' ')})`,
  )
  await tx.$executeRaw`
    INSERT INTO "ArticleSearch" (rowid, title, text) VALUES ${Prisma.join(rows)}`
}

async function replaceInPostgres(tx: Transaction, ids: number[], entries: Entry[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ArticleSearch" WHERE "articleId" IN (${Prisma.join(ids)})`
  if (entries.length === 0) return
  const rows = entries.map(({ keys, row }) => {
    const sorted = Prisma.join(SORTS.map((sort) => keys[sort]))
    return Prisma.sql`(${keys.articleId}, ${sorted}, CAST(${toVector(row)} AS tsvector))`
  })
  const columns = Prisma.raw(SORTS.map((sort) => `"${sort}"`).join(', '))
  await tx.$executeRaw`
    INSERT INTO "ArticleSearch" ("articleId", ${columns}, "words") VALUES ${Prisma.join(rows)}`
}
