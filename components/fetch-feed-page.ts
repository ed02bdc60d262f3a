import type { FeedPage } from '@/lib/article'

/**
 * Stories of one further page: as many as a slow processor can put into the
 * list, style and lay out without missing a reader's next movement.
 */
const PAGE_SIZE = 10

/** A line that has given nothing for so long, in milliseconds, gives nothing. */
const PATIENCE = 15_000

/** The line has given nothing for so long that asking again by itself would be in vain. */
export class TooLongError extends Error {}

/**
 * A further page of a feed.
 *
 * @param query canonical query of the feed
 * @param cursor where the page begins
 * @throws TooLongError, or what else kept the page from coming
 */
export async function fetchFeedPage(
  query: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<FeedPage> {
  const parameters = new URLSearchParams(query)
  parameters.set('limit', String(PAGE_SIZE))
  if (cursor) parameters.set('cursor', cursor)
  const tooLong = new AbortController()
  const timer = setTimeout(() => tooLong.abort(new TooLongError()), PATIENCE)
  signal.addEventListener('abort', () => tooLong.abort(signal.reason))
  const response = await fetch(`/api/articles?${parameters}`, { signal: tooLong.signal }).finally(
    () => clearTimeout(timer),
  )
  if (!response.ok) throw new Error(`The feed answered ${response.status}`)
  return (await response.json()) as FeedPage
}
