'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { FeedPage } from '@/lib/article'
import { useIsPainted } from './after-paint'
import { FeedChapter, startsOf } from './feed-chapter'
import { FeedEnd } from './feed-end'
import { watchScrollPace } from './scroll-pace'
import { MutedLine } from './settings/muted-line'
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

/** As many stories as a screen shows at first. */
const AT_ONCE = 4

/** Loaded pages of one chapter. */
const CHAPTER = 10

/** A feed's stories: the first page at once, the endless rest as the reader comes to it. */
export function FeedList({ query, first, olderHref, lead }: FeedListProps) {
  const t = useTranslations('feed')
  const feed = useFeedPages(query, first)
  const { hasMore, isLoading, isFailed, loadMore } = feed
  const isPainted = useIsPainted()
  useEffect(watchScrollPace, [])
  const pages = isPainted ? feed.pages : [feed.pages[0]?.slice(0, AT_ONCE) ?? []]
  const starts = startsOf(pages)
  const count = pages.flat().length
  return (
    <>
      <p role="status" className="sr-only">
        {pages.length > 1 && t('loaded', { more: pages.at(-1)?.length ?? 0, count })}
      </p>
      <MutedLine />
      {/* By themselves, so that new stories are the last: put before something else, they would
          make Chromium lay out anew all those whose content it skips. */}
      <div>
        {chaptersOf(pages.length).map((from) => (
          <FeedChapter
            key={from}
            pages={pages.slice(from, from + CHAPTER)}
            start={starts[from] ?? 1}
            lead={lead && from === 0}
          />
        ))}
      </div>
      {isPainted && (
        <FeedEnd {...{ olderHref, hasMore, isLoading, isFailed, loadMore }} pages={pages.length} />
      )}
    </>
  )
}

/** The index of each chapter's first page. */
function chaptersOf(pages: number): number[] {
  return Array.from({ length: Math.ceil(pages / CHAPTER) }, (_, index) => index * CHAPTER)
}
