'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { whenIdle } from '@/components/when-idle'
import type { News } from './count-new'

interface NewStoriesProps {
  /** Canonical query of the feed, as the API takes it. */
  query: string
  /** The content's version that the page was made from. */
  version: number
}

/** Says how many stories have come in since the page was made, over the list, which stays where it is. */
export function NewStories({ query, version }: NewStoriesProps) {
  const t = useTranslations('news')
  const router = useRouter()
  const place = useRef<HTMLDivElement>(null)
  const [news, setNews] = useState<News | null>(null)
  const [isPending, startTransition] = useTransition()
  const showNew = useShowingNew(place, version)

  useEffect(() => {
    const list = place.current?.closest('main')
    if (!list) return
    const words = { isNew: t('isNew'), divider: t('divider') }
    let stop: (() => void) | undefined
    let isLeft = false
    const cancel = whenIdle(async () => {
      const { startNews } = await import('./start-news')
      if (!isLeft) stop = startNews({ query, version, list, words }, setNews)
    })
    return () => {
      isLeft = true
      cancel()
      stop?.()
      setNews(null)
    }
  }, [query, version, t])

  return (
    <div ref={place} className="news">
      {/* Without the number, so that it is said once however many follow. */}
      <p role="status" className="sr-only">
        {news && t('announcement')}
      </p>
      {news && (
        <button
          type="button"
          className="button button-strong"
          aria-busy={isPending}
          onClick={() => {
            showNew()
            startTransition(() => router.refresh())
          }}
        >
          {t(news.isMore ? 'countOrMore' : 'count', { count: news.count })}
        </button>
      )}
    </div>
  )
}

/**
 * Goes to the top and to the first new story once a newer version of the page
 * is there.
 *
 * @returns what to call when the reader asks for it
 */
function useShowingNew(place: React.RefObject<Element | null>, version: number): () => void {
  const known = useRef<Set<string | null> | null>(null)
  const stories = () => [...(place.current?.closest('main')?.querySelectorAll('li[data-id]') ?? [])]

  useEffect(() => {
    const before = known.current
    if (!before) return
    known.current = null
    const first = stories().find((story) => !before.has(story.getAttribute('data-id')))
    scrollTo({ top: 0, behavior: 'instant' })
    first?.querySelector<HTMLElement>('h2 a')?.focus()
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [version])

  return () => {
    known.current = new Set(stories().map((story) => story.getAttribute('data-id')))
  }
}
