'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { NESTED_RELATED, type ArticleDetail, type ArticleSummary } from '@/lib/article'
import { shortenExcerpt } from '@/lib/shorten-excerpt'
import { LocalLink } from '@/components/local-link'
import { StorySkeletons } from '@/components/skeletons'
import { Story } from '@/components/story'
import type { SavedStory } from './device-store'
import { StoryButtons } from './story-buttons'
import { headlineOf } from './story-element'
import { useSaved, type Saved } from './use-saved'

/** The stories that the reader has saved on this device, the last saved first. */
export function SavedStories() {
  const t = useTranslations('saved')
  const { saved, showMore } = useSaved()
  if (typeof saved === 'string') {
    return <p role="alert">{t(saved === 'unavailable' ? 'failed' : 'unreadable')}</p>
  }
  return (
    <>
      <p role="status" className="text-muted">
        {saved ? t('count', { count: saved.count }) : t('loading')}
      </p>
      {saved ? <SavedList saved={saved} showMore={showMore} /> : <StorySkeletons />}
    </>
  )
}

function SavedList({ saved, showMore }: { saved: Saved; showMore: () => void }) {
  const t = useTranslations('saved')
  const { stories, count } = saved
  const list = useRef<HTMLOListElement>(null)
  const firstAsked = useRef(Infinity)
  useEffect(() => {
    const story = list.current?.children[firstAsked.current]
    if (!(story instanceof HTMLElement)) return
    firstAsked.current = Infinity
    headlineOf(story)?.focus()
  }, [stories.length])
  return (
    <>
      {count === 0 && <NothingSaved />}
      <ol ref={list} className="stories saved-list">
        {stories.map((story) =>
          story.copy?.article ? (
            <Story key={story.id} story={summaryOf(story.copy.article)} />
          ) : (
            <SavedHeadline key={story.id} story={story} />
          ),
        )}
      </ol>
      {stories.length < count && (
        <p className="feed-end">
          <button
            type="button"
            className="button"
            onClick={() => {
              firstAsked.current = stories.length
              showMore()
            }}
          >
            {t('more')}
          </button>
        </p>
      )}
    </>
  )
}

function NothingSaved() {
  const t = useTranslations('saved')
  return (
    <div className="saved-none">
      <p className="font-serif text-xl">{t('empty')}</p>
      <p>{t('how')}</p>
      <LocalLink className="button" href="/">
        {t('browse')}
      </LocalLink>
    </div>
  )
}

/** A story of which no more than the headline could be kept. */
function SavedHeadline({ story: { id, copy } }: { story: SavedStory }) {
  const t = useTranslations('saved')
  return (
    <li className="story" data-id={id}>
      <article>
        <h2 dir="auto">
          {copy ? <LocalLink href={copy.href}>{copy.title}</LocalLink> : t('lost')}
        </h2>
        <p className="meta">
          <StoryButtons />
        </p>
      </article>
    </li>
  )
}

function summaryOf(article: ArticleDetail): ArticleSummary {
  return shortenExcerpt({ ...article, related: article.related.slice(0, NESTED_RELATED) })
}
