import type { TopicCount } from '@/lib/article'
import { includedTopics, isUnfiltered, onlyTopic, type FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'

/** So many topics stand in the bar; the rest are one link away. */
const SHOWN = 20

/** Of these the pages are fetched ahead when the reader pauses. */
const AHEAD = 6

interface TopicBarProps {
  filter: FeedFilter
  /** Every topic, the largest first. */
  topics: TopicCount[]
}

/** The largest topics with how many stories each holds, and whichever the reader has chosen. */
export function TopicBar({ filter, topics }: TopicBarProps) {
  const chosen = new Set(includedTopics(filter))
  const shown = topics.filter((topic, index) => index < SHOWN || chosen.has(topic.slug))
  return (
    <nav aria-label="Topics" className="topics">
      <ul>
        <li>
          <a
            href={feedHref(onlyTopic(filter, null))}
            aria-current={isUnfiltered(filter) ? 'page' : undefined}
          >
            All stories
          </a>
        </li>
        {shown.map((topic, index) => (
          <li key={topic.slug}>
            <a
              href={feedHref(onlyTopic(filter, topic.slug))}
              aria-current={chosen.has(topic.slug) ? 'page' : undefined}
              data-ahead={index < AHEAD ? '' : undefined}
            >
              {topic.name} <span className="count">{topic.count}</span>
            </a>
          </li>
        ))}
        {topics.length > shown.length && (
          <li>
            <a href="/topics">
              More <span className="count">{topics.length - shown.length}</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
