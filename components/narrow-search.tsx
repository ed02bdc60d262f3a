import { useTranslations } from 'next-intl'
import type { ArticleSummary } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { topicsToAdd } from '@/lib/search-offers'
import { LocalLink } from './local-link'

interface NarrowSearchProps {
  filter: FeedFilter
  /** The first stories found. */
  stories: ArticleSummary[]
}

/** The commonest topics of what was found, each as the same search in that topic only. */
export function NarrowSearch({ filter, stories }: NarrowSearchProps) {
  const t = useTranslations('search')
  const offers = topicsToAdd(filter, stories)
  if (offers.length === 0) return null
  return (
    <nav aria-label={t('within')} className="narrow">
      <span>{t('onlyIn')}</span>
      <ul>
        {offers.map(({ topic, filter: narrower }) => (
          <li key={topic.slug}>
            <LocalLink href={feedHref(narrower)} dir="auto">
              {topic.name}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
