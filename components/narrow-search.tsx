import type { ArticleSummary } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { topicsToAdd } from '@/lib/search-offers'

interface NarrowSearchProps {
  filter: FeedFilter
  /** The first stories found. */
  stories: ArticleSummary[]
}

/** The commonest topics of what was found, each as the same search in that topic only. */
export function NarrowSearch({ filter, stories }: NarrowSearchProps) {
  const offers = topicsToAdd(filter, stories)
  if (offers.length === 0) return null
  return (
    <nav aria-label="Search within a topic" className="narrow">
      <span>Only in</span>
      <ul>
        {offers.map(({ topic, filter: narrower }) => (
          <li key={topic.slug}>
            <a href={feedHref(narrower)}>{topic.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
