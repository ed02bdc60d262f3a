import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { rankOf } from '@/lib/rank'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { insertRows } from './insert-rows'
import { countTopics } from './topics'

/** Stands for a missing score in the keys of feeds: far below every real one. */
export const NO_SCORE = -1_000_000

/** Articles at a time: Prisma binds some 1,000 values to a statement on SQLite. */
const CHUNK = 500

const origin = {
  id: true,
  publishedAt: true,
  firstSeenAt: true,
  quality: true,
  heat: true,
  published: true,
  listed: true,
  rank: true,
  relatedCount: true,
  topics: { select: { topicId: true } },
  entries: { omit: { articleId: true } },
  related: { select: { piece: { select: { published: true, providerId: true } } } },
  leads: {
    select: {
      lead: { select: { published: true, heat: true, documents: { select: { name: true } } } },
    },
  },
  documents: { select: { name: true } },
} satisfies Prisma.ArticleSelect
type Origin = Prisma.ArticleGetPayload<{ select: typeof origin }>
type Entry = Omit<Prisma.FeedEntryGetPayload<object>, 'articleId'>

/** What follows from an article, its pieces and its leads. */
interface Derived {
  id: number
  listed: boolean
  rank: bigint
  relatedCount: number
  entries: Entry[]
}

/**
 * Works out anew what readers see of these articles: whether they are listed,
 * their rank, how many pieces are under them, and their places in the feeds.
 *
 * @returns how many of them are not what they were
 */
export async function deriveArticles(tx: Transaction, ids: number[]): Promise<number> {
  let changed = 0
  for (let start = 0; start < ids.length; start += CHUNK) {
    changed += await deriveChunk(tx, ids.slice(start, start + CHUNK))
  }
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
  const topicIds = moved.flatMap(({ article, derived }) =>
    [...article.entries, ...derived.entries].map(({ topicId }) => topicId),
  )
  await countTopics(tx, [...new Set(topicIds)])
  return stale.length
}

/** Pieces that have no document, and had none before, hold nothing that is derived. */
async function listOrigins(tx: Transaction, ids: number[]): Promise<Origin[]> {
  const derivable = [{ documents: { some: {} } }, { listed: true }, { rank: { not: 0 } }]
  return tx.article.findMany({ where: { id: { in: ids }, OR: derivable }, select: origin })
}

function derive(article: Origin): Derived {
  const { id, quality, heat } = article
  if (article.documents.length === 0) {
    return { id, listed: false, rank: 0n, relatedCount: 0, entries: [] }
  }
  const visible = article.related.map(({ piece }) => piece).filter(({ published }) => published)
  const providers = new Set(visible.flatMap(({ providerId }) => providerId ?? []))
  const rank = rankOf({ ...article, reportedBy: providers.size })
  const keys = {
    top: BigInt(rank.total),
    latest: BigInt(rank.published),
    heat: heat ?? NO_SCORE,
    quality: quality ?? NO_SCORE,
  }
  const listed = article.published && !isToldUnderLead(article)
  const feeds = listed ? [ALL_STORIES, ...article.topics.map(({ topicId }) => topicId)] : []
  return {
    id,
    listed,
    rank: keys.top,
    relatedCount: visible.length,
    entries: feeds.map((topicId) => ({ topicId, ...keys })),
  }
}

/** A negative heat marks a piece that is not the lead of its story; without such a lead it stands for itself. */
function isToldUnderLead({ heat, leads }: Origin): boolean {
  if (heat === null || heat >= 0) return false
  return leads.some(
    ({ lead }) =>
      lead.published && lead.documents.length > 0 && (lead.heat === null || lead.heat >= 0),
  )
}

function isUpToDate(article: Origin, derived: Derived): boolean {
  return (
    article.listed === derived.listed &&
    article.rank === derived.rank &&
    article.relatedCount === derived.relatedCount &&
    sameEntries(article.entries, derived.entries)
  )
}

function sameEntries(stored: Entry[], wanted: Entry[]): boolean {
  const line = (entry: Entry) =>
    [entry.topicId, entry.top, entry.latest, entry.heat, entry.quality].join()
  return stored.map(line).sort().join(';') === wanted.map(line).sort().join(';')
}

async function updateArticles(tx: Transaction, rows: Derived[]): Promise<void> {
  const values = rows.map(
    ({ id, listed, rank, relatedCount }) =>
      Prisma.sql`(${id}, ${listed}, ${rank}, ${relatedCount})`,
  )
  // Unnamed columns of VALUES are column1, column2, … in SQLite and PostgreSQL alike.
  await tx.$executeRaw`
    UPDATE "Article" SET "listed" = v.column2, "rank" = v.column3, "relatedCount" = v.column4
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
