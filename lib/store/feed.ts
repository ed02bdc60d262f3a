import type { ArticleSummary, FeedPage } from '@/lib/article'
import { countStories } from '@/lib/count-stories'
import { decodeCursor, encodeCursor, type FeedPosition } from '@/lib/cursor'
import { type Database } from '@/lib/db/client'
import { FEED_PAGE_SIZE, MAX_PAGE_SIZE, type FeedFilter } from '@/lib/feed-filter'
import { BadCursorError } from './errors'
import { hasOnePlan, resolveFeedSet, windowStart } from './feed-set'
import { feedSql, type FeedQuery } from './feed-sql'
import { windowFrom } from './feed-window'
import { readCounts } from './kept-counts'
import { searchStories } from './search/search-stories'
import { toPosition, type Position, type PositionRow } from './search/walk'
import { listPlaced, listSummaries } from './summaries'
import { findTopics } from './visible-topics'

/** Rows are read in tens and one, so that few statements serve all lengths of a page. */
const STEP = 10

/**
 * One page of a feed. Its cost depends neither on how many articles there are
 * nor on how far the reader has come.
 *
 * @param options.cursor `nextCursor` of the page before; null for the first page
 * @param options.limit articles on the page, 1 to {@link MAX_PAGE_SIZE}
 * @throws UnknownTopicError for a single topic that readers do not know, BadCursorError, or RangeError for another limit
 */
export async function listFeed(
  database: Database,
  filter: FeedFilter,
  { cursor = null, limit = FEED_PAGE_SIZE }: { cursor?: string | null; limit?: number } = {},
): Promise<FeedPage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_SIZE) {
    throw new RangeError(`limit is ${limit}, but a page holds 1 to ${MAX_PAGE_SIZE} articles`)
  }
  if (filter.q !== '') return searchStories(database, filter, { cursor, limit })
  const after = cursor === null ? null : positionOf(cursor, filter)
  const since = after ? after.since : await windowStart(database, filter)
  // Topics that hardly meet: the search index intersects them, where a walk would try story after story.
  if (filter.all.length > 1 && since === null) {
    return searchStories(database, filter, { cursor, limit })
  }
  const set = await resolveFeedSet(database, filter, windowFrom(since, filter))
  // Only what is searched for has a relevance.
  const sort = filter.sort === 'relevance' ? 'top' : filter.sort
  const rows = Math.ceil(limit / STEP) * STEP + 1
  const { places, articles } = await readPage(database, { set, sort, after, limit: rows }, limit)
  const last = places.length > limit ? places[limit - 1] : undefined
  return {
    articles,
    nextCursor: last ? encodeCursor({ key: last.key, id: last.id, since }, filter) : null,
  }
}

/** Where the stories of a page and those behind it stand, and those of the page. */
interface Page {
  places: Position[]
  articles: ArticleSummary[]
}

async function readPage(database: Database, query: FeedQuery, limit: number): Promise<Page> {
  const walk = feedSql(database.$provider(), query)
  if (hasOnePlan(query.set)) {
    const places = await listPlaced(database, walk)
    return { places, articles: places.slice(0, limit).map(({ article }) => article) }
  }
  const rows = await database.$all<PositionRow>(walk)
  const places = rows.map(toPosition)
  const ids = places.slice(0, limit).map(({ id }) => id)
  return { places, articles: await listSummaries(database, ids) }
}

/**
 * How many stories a feed holds, from kept counts alone.
 *
 * @returns null where they do not tell, see {@link countStories}
 */
export async function countFeed(database: Database, filter: FeedFilter): Promise<number | null> {
  const topics = await findTopics(database, filter)
  return countStories(filter, await readCounts(database, topics))
}

function positionOf(cursor: string, filter: FeedFilter): FeedPosition {
  const decoded = decodeCursor(cursor, filter)
  if (!decoded.ok) throw new BadCursorError(decoded.problem)
  return decoded.position
}
