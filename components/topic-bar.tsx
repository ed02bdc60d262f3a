import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { TopicCount } from '@/lib/article'
import { includedTopics, isUnfiltered, onlyTopic, type FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { isolate } from '@/lib/isolate'
import { LocalLink } from './local-link'

/** So many topics stand in the bar; the rest are one link away. */
const SHOWN = 20

/** Of these the pages are fetched ahead when the reader pauses. */
const AHEAD = 6

interface TopicBarProps {
  filter: FeedFilter
  /** Every topic, the largest first. */
  topics: TopicCount[]
}

/**
 * The largest topics with how many stories each holds, and whichever the reader has chosen.
 * Asynchronous, so that its data comes after the stories' (docs/decisions/inline-styles.md).
 */
export async function TopicBar({ filter, topics }: TopicBarProps) {
  const [t, format, locale] = await Promise.all([
    getTranslations('topics'),
    getFormatter(),
    getLocale(),
  ])
  const chosen = new Set(includedTopics(filter))
  const shown = topics.filter((topic, index) => index < SHOWN || chosen.has(topic.slug))
  return (
    <nav aria-label={t('label')} className="topics">
      <ul>
        <li>
          <LocalLink
            href={feedHref(onlyTopic(filter, null))}
            aria-current={isUnfiltered(filter) ? 'page' : undefined}
          >
            {t('allStories')}
          </LocalLink>
        </li>
        {shown.map((topic, index) => (
          <li key={topic.slug}>
            <LocalLink
              href={feedHref(onlyTopic(filter, topic.slug))}
              {...(chosen.has(topic.slug) && { 'aria-current': 'page' })}
              {...(index < AHEAD && { 'data-ahead': '' })}
            >
              {isolate(topic.name, locale)}{' '}
              <span className="count">{format.number(topic.count)}</span>
            </LocalLink>
          </li>
        ))}
        {topics.length > shown.length && (
          <li>
            <LocalLink href="/topics">
              {t('more')}{' '}
              <span className="count">{format.number(topics.length - shown.length)}</span>
            </LocalLink>
          </li>
        )}
      </ul>
    </nav>
  )
}
