import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleSummary } from '@/lib/article'
import { Story } from './story'

interface FeedSectionProps {
  stories: ArticleSummary[]
  /** Place of the first of them in the feed, from 1. */
  start: number
  /** Whether the first of them leads the feed. */
  lead: boolean
}

/** How far from the view stories stay whole, in pixels: about three screens. */
const NEAR = '2400px 0px'

/**
 * One loaded page of a feed. Far out of view its stories shrink to their
 * headlines, spread over the height they had: the page's length, find-in-page
 * and the tab order stay, and most of the elements go.
 */
export function FeedSection({ stories, start, lead }: FeedSectionProps) {
  const list = useRef<HTMLOListElement>(null)
  const [height, setHeight] = useState<number | null>(null)

  useEffect(() => {
    const element = list.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1)
        if (!entry) return
        const { isIntersecting, boundingClientRect } = entry
        // At once, so that a reader who jumps here never sees the headlines alone.
        flushSync(() => setHeight(isIntersecting ? null : boundingClientRect.height))
      },
      { rootMargin: NEAR },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const brief = height !== null
  return (
    <ol
      ref={list}
      start={start}
      className={brief ? 'stories stories-brief' : 'stories'}
      style={brief ? { height } : undefined}
    >
      {stories.map((story, index) => (
        <Story key={story.id} story={story} lead={lead && index === 0} brief={brief} />
      ))}
    </ol>
  )
}
