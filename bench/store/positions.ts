import type { Database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { encodeCursor } from '@/lib/cursor'
import { FEED_PAGE_SIZE, type FeedFilter, WINDOW_SECONDS } from '@/lib/feed-filter'
import { listFeed } from '@/lib/store/feed'
import { ALL_STORIES } from '@/lib/store/feed-set'

/** Number of different places of a feed that are asked for in turn; all are cached after the first round. */
const PLACES = 100

/**
 * Makes cursors of a feed at some depth from the keys that are there, without paging to it. The
 * depth is counted in the feed of one topic, or in that of all stories for a filter with several.
 *
 * @param page 1 for the first, whose cursor is null
 * @returns no cursors when the feed is not that deep
 */
export async function listCursors(
  database: Database,
  filter: FeedFilter,
  page: number,
): Promise<(string | null)[]> {
  if (page === 1) return [null]
  const topicId = await topicOf(database, filter)
  const since = await sinceOf(database, filter)
  const key = Prisma.raw(`"${filter.sort}"`)
  const rows = await database.$all<{ key: number | bigint; id: number | bigint }>(Prisma.sql`
    SELECT ${key} AS "key", "articleId" AS "id" FROM "FeedEntry"
    WHERE "topicId" = ${topicId} AND "latest" >= ${BigInt(since ?? 0)}
    ORDER BY ${key} DESC, "articleId" DESC
    LIMIT ${PLACES} OFFSET ${(page - 1) * FEED_PAGE_SIZE - 1}`)
  return rows.map(({ key: k, id }) =>
    encodeCursor({ key: Number(k), id: Number(id), since }, filter),
  )
}

/**
 * Returns the cursor of a later page of a search by paging to it, since no index has its order.
 *
 * @param page such that ten pages of at most 100 articles come before it
 */
export async function findSearchCursor(
  database: Database,
  filter: FeedFilter,
  page: number,
): Promise<string | null> {
  let cursor: string | null = null
  const limit = ((page - 1) * FEED_PAGE_SIZE) / 10
  for (let turn = 0; turn < 10; turn += 1) {
    cursor = (await listFeed(database, filter, { cursor, limit })).nextCursor
    if (cursor === null) return null
  }
  return cursor
}

async function topicOf(database: Database, { any, all, none }: FeedFilter): Promise<number> {
  const [slug, ...others] = [...any, ...all, ...none]
  if (slug === undefined || others.length > 0) return ALL_STORIES
  return (await database.topic.findUniqueOrThrow({ where: { slug } })).id
}

async function sinceOf(database: Database, { window }: FeedFilter): Promise<number | null> {
  const seconds = window && WINDOW_SECONDS[window]
  if (!seconds) return null
  const { _max } = await database.feedEntry.aggregate({
    where: { topicId: ALL_STORIES },
    _max: { latest: true },
  })
  return Number(_max.latest ?? 0) - seconds
}
