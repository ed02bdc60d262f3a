'use client'

import { useDeferredValue } from 'react'
import type { ArticleSummary, FeedPage } from '@/lib/article'
import { FeedEnd } from './feed-end'
import { FeedSection } from './feed-section'
import { navigationKind } from './navigation-kind'
import { useFeedPages } from './use-feed-pages'

interface FeedListProps {
  /** Canonical query of the feed, as the API takes it. */
  query: string
  /** The first page, as the server rendered it. */
  first: FeedPage
  /** Address of the next page for readers without JavaScript. */
  olderHref: string | null
  /** Whether the first story leads the feed, which it does not on a later page. */
  lead: boolean
}

/** More stories than any screen shows at first. */
const AT_ONCE = 5

/** A feed's stories: the first page at once, the endless rest as the reader comes to it. */
export function FeedList({ query, first, olderHref, lead }: FeedListProps) {
  const feed = useFeedPages(query, first)
  const { hasMore, isLoading, isFailed, loadMore } = feed
  const pages = useFirstStoriesFirst(feed.pages)
  const starts = startsOf(pages)
  const count = pages.flat().length
  return (
    <>
      <p role="status" className="sr-only">
        {pages.length > 1 && `${pages.at(-1)?.length} more stories loaded, ${count} in all.`}
      </p>
      {pages.map((stories, index) => (
        <FeedSection
          key={index}
          stories={stories}
          start={starts[index] ?? 1}
          lead={lead && index === 0}
        />
      ))}
      <FeedEnd {...{ olderHref, hasMore, isLoading, isFailed, loadMore }} pages={pages.length} />
    </>
  )
}

/**
 * Behind a link that was followed, the stories that fit a screen are painted
 * before the rest is rendered. A page that is loaded or come back to is whole at once.
 */
function useFirstStoriesFirst(pages: ArticleSummary[][]): ArticleSummary[][] {
  const isWhole = useDeferredValue(true, navigationKind() !== 'push')
  return isWhole ? pages : [pages[0]?.slice(0, AT_ONCE) ?? []]
}

/** The place of each page's first story in the feed, from 1. */
function startsOf(pages: { length: number }[]): number[] {
  let next = 1
  return pages.map(({ length }) => {
    const start = next
    next += length
    return start
  })
}
