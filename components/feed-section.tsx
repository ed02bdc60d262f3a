import { memo, useMemo, useRef } from 'react'
import type { ArticleSummary } from '@/lib/article'
import { FlownPast } from './flown-past'
import { useLookedAt } from './scroll-pace'
import { Story } from './story'
import { useFarHeight } from './use-far-height'

interface FeedSectionProps {
  stories: ArticleSummary[]
  /** Place of the first of them in the feed, from 1. */
  start: number
  /** Whether the first of them leads the feed. */
  lead: boolean
  /** Whether the view may come near it; a section of a far chapter does not watch for that. */
  isWatching: boolean
}

/** How far from the view stories stay whole, in pixels: about three screens. */
const NEAR = '2400px 0px'

/**
 * One loaded page of a feed. Far out of view its stories shrink to their
 * headlines, spread over the height they had: the page's length, find-in-page
 * and the tab order stay, and most of the elements go. Rendered again only for
 * itself: a feed may have hundreds of them.
 */
export const FeedSection = memo(function FeedSection(props: FeedSectionProps) {
  const { stories, start, lead, isWatching } = props
  const list = useRef<HTMLOListElement>(null)
  const height = useFarHeight(list, NEAR, isWatching)
  const brief = height !== null
  const isLookedAt = useLookedAt(list, !brief)
  const items = useMemo(
    () =>
      stories.map((story, index) => (
        <Story key={story.id} story={story} lead={lead && index === 0} brief={brief} />
      )),
    [stories, lead, brief],
  )
  return (
    <ol
      ref={list}
      start={start}
      className={brief ? 'stories stories-brief' : 'stories'}
      style={brief ? { height } : undefined}
    >
      <FlownPast value={!isLookedAt}>{items}</FlownPast>
    </ol>
  )
})
