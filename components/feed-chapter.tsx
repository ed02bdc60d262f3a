import { memo, useLayoutEffect, useRef } from 'react'
import type { ArticleSummary } from '@/lib/article'
import { FeedSection } from './feed-section'
import { useFarHeight } from './use-far-height'

interface FeedChapterProps {
  pages: ArticleSummary[][]
  /** The place of the first of the stories in the feed, from 1. */
  start: number
  /** Whether the first of the stories leads the feed. */
  lead: boolean
}

/** Farther than sections stay whole, so that all of a far chapter's are brief. */
const NEAR = '6000px 0px'

/**
 * Several loaded pages of a feed. Far out of view the browser has one box to
 * lay out and one place to watch instead of those of all its sections. Rendered
 * again only where its pages are others, though the array of them is new each time.
 */
export const FeedChapter = memo(function FeedChapter(props: FeedChapterProps) {
  const { pages, start, lead } = props
  const chapter = useRef<HTMLDivElement>(null)
  const height = useFarHeight(chapter, NEAR)
  const far = height !== null
  useFoundUntilNear(chapter, far)
  const starts = startsOf(pages, start)
  return (
    <div
      ref={chapter}
      className={far ? 'chapter chapter-far' : 'chapter'}
      style={far ? { height } : undefined}
    >
      {pages.map((stories, index) => (
        <FeedSection
          key={index}
          stories={stories}
          start={starts[index] ?? start}
          lead={lead && index === 0}
          isWatching={!far}
        />
      ))}
    </div>
  )
}, hasSamePages)

/**
 * The place of each page's first story in the feed, from 1.
 *
 * @param start that of the first page
 */
export function startsOf(pages: { length: number }[], start = 1): number[] {
  let next = start
  return pages.map(({ length }) => {
    const first = next
    next += length
    return first
  })
}

function hasSamePages(before: FeedChapterProps, after: FeedChapterProps): boolean {
  return (
    before.lead === after.lead &&
    before.start === after.start &&
    before.pages.length === after.pages.length &&
    before.pages.every((page, index) => page === after.pages[index])
  )
}

/**
 * Takes what is far away out of the page for all but a search in it. React knows
 * no such value of `hidden`; a browser that does not would take the height away.
 */
function useFoundUntilNear(element: React.RefObject<HTMLElement | null>, isFar: boolean) {
  useLayoutEffect(() => {
    const { current } = element
    if (!isFar || !current || !('onbeforematch' in current)) return
    current.setAttribute('hidden', 'until-found')
    return () => current.removeAttribute('hidden')
  }, [element, isFar])
}
