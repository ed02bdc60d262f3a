import type { FeedPage } from '@/lib/article'
import { decodeCursor, encodeCursor } from '@/lib/cursor'
import type { Database } from '@/lib/db/client'
import type { FeedFilter } from '@/lib/feed-filter'
import { isEmptySearch, parseSearchQuery, type Clause } from '@/lib/search/search-query'
import { BadCursorError } from '@/lib/store/errors'
import { windowStart } from '@/lib/store/feed-set'
import { listSummaries } from '@/lib/store/summaries'
import { findMatches } from './find-matches'
import { toLimits } from './limits'

/**
 * One page of what a search finds. Its work is bounded: a page may hold fewer
 * stories than asked for, even none, and still have a `nextCursor`.
 *
 * @param filter its `q`, or topics that all hold; the rest of the filter holds as well
 * @param options.cursor `nextCursor` of the page before; null for the first page
 * @param options.limit stories on the page
 * @throws BadCursorError
 */
export async function searchStories(
  database: Database,
  filter: FeedFilter,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<FeedPage> {
  const query = parseSearchQuery(filter.q)
  const decoded = cursor === null ? null : decodeCursor(cursor, filter)
  if (decoded && !decoded.ok) throw new BadCursorError(decoded.problem)
  const after = decoded ? decoded.position : null
  const since = after ? after.since : await windowStart(database, filter)
  if (filter.q !== '' && isEmptySearch(query)) return { articles: [], nextCursor: null }
  const clauses = [...query.clauses, ...topicClauses(filter)]
  const stretch = {
    sort: filter.sort,
    limits: toLimits(query.bounds, since),
    after,
    limit: limit + 1,
  }
  const found = await findMatches(database, clauses, stretch)
  const shown = found.rows.slice(0, limit)
  const next = found.rows.length > limit ? shown.at(-1) : found.end
  return {
    articles: await listSummaries(
      database,
      shown.map(({ id }) => id),
    ),
    nextCursor: next ? encodeCursor({ ...next, since }, filter) : null,
  }
}

function topicClauses({ any, all, none }: FeedFilter): Clause[] {
  const term = (value: string) => ({ kind: 'topic' as const, value })
  const clause = (slugs: readonly string[], negated: boolean) =>
    slugs.length > 0 ? [{ terms: slugs.map(term), negated }] : []
  return [
    ...clause(any, false),
    ...all.flatMap((slug) => clause([slug], false)),
    ...clause(none, true),
  ]
}
