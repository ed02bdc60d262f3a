import 'server-only'
import type { FeedPage } from '@/lib/article'
import { FEED_PAGE_SIZE, type FeedFilter } from '@/lib/feed-filter'
import type { FeedProblem } from '@/lib/feed-url'
import { markMatches } from '@/lib/mark-matches'
import { BadCursorError, UnknownTopicError } from '@/lib/store/errors'
import { countFeed, listFeed } from '@/lib/store/feed'
import { readFrom } from '@/lib/store/read'
import { livesWithContent } from './content'

/** A page of a feed, or why there is none. Errors are values: a cache keeps nothing that is thrown. */
export type FeedResult =
  | { ok: true; page: FeedPage }
  | { ok: false; reason: 'unknown-topic'; slug: string }
  | { ok: false; reason: 'bad-cursor'; problem: FeedProblem }

/**
 * One page of a feed.
 *
 * @param cursor `nextCursor` of the page before, or null for the first page
 * @param limit articles on the page, 1 to 100
 */
export async function getFeed(
  filter: FeedFilter,
  cursor: string | null = null,
  limit: number = FEED_PAGE_SIZE,
): Promise<FeedResult> {
  'use cache'
  livesWithContent()
  try {
    const page = await readFrom((database) => listFeed(database, filter, { cursor, limit }))
    return { ok: true, page: filter.q === '' ? page : markMatches(page, filter.q) }
  } catch (error) {
    if (error instanceof UnknownTopicError) {
      return { ok: false, reason: 'unknown-topic', slug: error.slug }
    }
    if (error instanceof BadCursorError) {
      return { ok: false, reason: 'bad-cursor', problem: error.problem }
    }
    throw error
  }
}

/** How many stories a feed holds; null where that is not known without counting. */
export async function getFeedCount(filter: FeedFilter): Promise<number | null> {
  'use cache'
  livesWithContent()
  return readFrom((database) => countFeed(database, filter))
}
