import { useTranslations } from 'next-intl'
import type { TopicInfo } from '@/lib/article'
import { withoutTopic, type FeedFilter } from '@/lib/feed-filter'
import { LocalLink } from './local-link'

interface ChosenTopicsProps {
  filter: FeedFilter
  topics: TopicInfo[]
  /** Where a filter with one topic less is shown. */
  hrefOf: (filter: FeedFilter) => string
}

/** The topics of a filter, each with the way to take it back. */
export function ChosenTopics({ filter, topics, hrefOf }: ChosenTopicsProps) {
  const t = useTranslations('topics')
  const names = new Map(topics.map((topic) => [topic.slug, topic.name]))
  const groups = [
    { word: 'and', slugs: filter.all },
    { word: 'or', slugs: filter.any },
    { word: 'not', slugs: filter.none },
  ] as const
  return (
    <ul className="chosen" aria-label={t('chosen')}>
      {groups.flatMap(({ word, slugs }) =>
        slugs.map((slug, index) => (
          <li key={slug}>
            <LocalLink href={hrefOf(withoutTopic(filter, slug))}>
              {(word === 'not' || index > 0) && <span className="text-muted">{t(word)}</span>}
              <bdi>{names.get(slug) ?? slug}</bdi>
              <span aria-hidden="true">×</span>
              <span className="sr-only">{t('takeBack')}</span>
            </LocalLink>
          </li>
        )),
      )}
    </ul>
  )
}
