import { Prisma } from '@/lib/db/generated/client'
import type { FeedPage } from '@/lib/article'
import { decodeCursor, encodeCursor, type FeedPosition } from '@/lib/cursor'
import type { Database } from '@/lib/db/client'
import { FEED_PAGE_SIZE, MAX_PAGE_SIZE, type FeedFilter, type Sort } from '@/lib/feed-filter'
import { BadCursorError } from './errors'
import { basesOf, idsOf, resolveFeedSet, restrictions, windowStart, type FeedSet } from './feed-set'
import { listSummaries } from './summaries'

interface FeedRow {
  key: number | bigint
  id: number | bigint
}

/**
 * One page of a feed. Its cost depends neither on how many articles there are
 * nor on how far the reader has come.
 *
 * @param options.cursor `nextCursor` of the page before; null for the first page
 * @param options.limit articles on the page, 1 to {@link MAX_PAGE_SIZE}
 * @throws UnknownTopicError, BadCursorError, or RangeError for another limit
 */
export async function listFeed(
  database: Database,
  filter: FeedFilter,
  { cursor = null, limit = FEED_PAGE_SIZE }: { cursor?: string | null; limit?: number } = {},
): Promise<FeedPage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_SIZE) {
    throw new RangeError(`limit is ${limit}, but a page holds 1 to ${MAX_PAGE_SIZE} articles`)
  }
  const after = cursor === null ? null : positionOf(cursor, filter)
  const since = after ? after.since : await windowStart(database, filter)
  const set = await resolveFeedSet(database, filter, since)
  const rows = await database.$queryRaw<FeedRow[]>(feedSql(set, filter.sort, after, limit + 1))
  const shown = rows.slice(0, limit).map(({ key, id }) => ({ key: Number(key), id: Number(id) }))
  const last = rows.length > limit ? shown.at(-1) : undefined
  const ids = shown.map(({ id }) => id)
  return {
    articles: await listSummaries(database, ids),
    nextCursor: last ? encodeCursor({ ...last, since }, filter) : null,
  }
}

/**
 * How many stories a feed holds.
 *
 * @throws UnknownTopicError
 */
export async function countFeed(database: Database, filter: FeedFilter): Promise<number> {
  const set = await resolveFeedSet(database, filter, await windowStart(database, filter))
  const rows = await database.$queryRaw<{ count: bigint }[]>`
    SELECT COUNT(*) AS "count" FROM (${idsOf(set)}) AS ids`
  return Number(rows[0]?.count ?? 0)
}

function positionOf(cursor: string, filter: FeedFilter): FeedPosition {
  const decoded = decodeCursor(cursor, filter)
  if (!decoded.ok) throw new BadCursorError(decoded.problem)
  return decoded.position
}

/**
 * The query for a page's keys and ids: one walk down a sort's index for each
 * topic that the set is read from, merged.
 */
export function feedSql(
  set: FeedSet,
  sort: Sort,
  after: Pick<FeedPosition, 'key' | 'id'> | null,
  limit: number,
): Prisma.Sql {
  const walks = basesOf(set).map((topic) => walkSql(topic, set, sort, after, limit))
  const [only, ...others] = walks
  if (only && others.length === 0) return only
  // An article in several topics has the same key in each, so that UNION drops its doubles.
  const merged = Prisma.join(
    walks.map((walk, index) => Prisma.sql`SELECT * FROM (${walk}) AS ${Prisma.raw(`w${index}`)}`),
    ' UNION ',
  )
  return Prisma.sql`
    SELECT "key", "id" FROM (${merged}) AS walks ORDER BY "key" DESC, "id" DESC LIMIT ${limit}`
}

function walkSql(
  topic: number,
  set: FeedSet,
  sort: Sort,
  after: Pick<FeedPosition, 'key' | 'id'> | null,
  limit: number,
): Prisma.Sql {
  // In a window, the unary plus keeps the planner off the sort's own index, which
  // holds the best stories of all time first: the window is read and sorted instead.
  const key = Prisma.raw(set.since === null ? `e."${sort}"` : `+e."${sort}"`)
  const behind = after
    ? Prisma.sql`AND (${key}, e."articleId") < (${BigInt(after.key)}, ${after.id})`
    : Prisma.empty
  return Prisma.sql`
    SELECT ${key} AS "key", e."articleId" AS "id" FROM "FeedEntry" e
    WHERE e."topicId" = ${topic} ${restrictions(set)} ${behind}
    ORDER BY ${key} DESC, e."articleId" DESC LIMIT ${limit}`
}
