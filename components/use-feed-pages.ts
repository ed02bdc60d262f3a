import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ArticleSummary, FeedPage } from '@/lib/article'
import { fetchFeedPage, TooLongError } from './fetch-feed-page'
import { recallFeed, rememberFeed, rememberPlace } from './feed-memory'
import { returnTo, trackPlace } from './feed-place'

type Pages = InfiniteData<FeedPage, string | null>

/** What failed at once may have been one mishap; the wait grows with each time. */
const RETRIES = 3

/** A page that is left has been followed by the next one for so long, in milliseconds. */
const REST = 1_000

/**
 * Every story once, whatever moved while the reader scrolled. Pages without
 * doubles keep their arrays, so that they are not rendered again for each new one.
 */
function withoutDoubles(pages: FeedPage[]): ArticleSummary[][] {
  const seen = new Set<string>()
  return pages.map(({ articles }) => {
    const fresh = articles.filter(({ id }) => !seen.has(id) && seen.add(id))
    return fresh.length === articles.length ? articles : fresh
  })
}

/**
 * A feed's pages: the first as the server gave it, the further ones as they
 * are asked for, one at a time. They are kept for the reader's return: in
 * memory while the tab stays here, in the tab's session over a reload.
 *
 * @param query canonical query of the feed
 * @param first its first page; one that ends elsewhere than before starts afresh
 */
export function useFeedPages(query: string, first: FeedPage) {
  const client = useQueryClient()
  const cursor = first.nextCursor
  const feed = `${query}#${cursor}`
  const key = useMemo(() => ['feed', query, cursor], [query, cursor])
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchFeedPage(query, pageParam, signal),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
    // Nothing is asked for until the reader comes near the end.
    enabled: false,
    retry: (times, error) => times < RETRIES && !(error instanceof TooLongError),
    // Also without a line: pages may be kept on the device.
    networkMode: 'always',
  })

  useLayoutEffect(() => {
    const memory = recallFeed<Pages>(feed)
    if (!memory) return
    if (memory.pages && !client.getQueryData(key)) client.setQueryData(key, memory.pages)
    // The browser tried to scroll back before these stories were here.
    requestAnimationFrame(() => returnTo(memory.place))
  }, [client, key, feed])

  const loaded = useRef(data)
  useEffect(() => {
    loaded.current = data
  }, [data])

  useEffect(() => {
    const left = new AbortController()
    trackPlace((place) => rememberPlace(feed, place), left.signal)
    return () => left.abort()
  }, [feed])

  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    const remember = () => rememberFeed(feed, loaded.current ?? null)
    addEventListener('pagehide', remember, { signal })
    // A phone may end a tab that is not seen, and tell nobody.
    const rememberUnseen = () => document.hidden && remember()
    document.addEventListener('visibilitychange', rememberUnseen, { signal })
    return () => {
      left.abort()
      // Another page of this tab is shown, from which a reader may leave the document.
      setTimeout(remember, REST)
    }
  }, [feed])

  const isFailed = isError && !isFetching
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  useEffect(() => {
    if (!isFailed) return
    // What did not arrive without a line comes by itself once there is one.
    addEventListener('online', loadMore)
    return () => removeEventListener('online', loadMore)
  }, [isFailed, loadMore])

  const pages = useMemo(() => withoutDoubles([first, ...(data?.pages ?? [])]), [first, data])
  return {
    pages,
    hasMore: data ? hasNextPage : cursor !== null,
    isLoading: isFetching,
    isFailed,
    loadMore,
  }
}
