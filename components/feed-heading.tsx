import { useLocale, useTranslations } from 'next-intl'
import type { TopicInfo } from '@/lib/article'
import { isUnfiltered, type FeedFilter } from '@/lib/feed-filter'
import { feedHref, pickerHref, searchHref } from '@/lib/feed-url'
import { ChosenTopics } from './chosen-topics'
import { describeFeed } from './feed-title'
import { LocalLink } from './local-link'
import { FeedChoices } from './settings/feed-choices'

interface FeedHeadingProps {
  filter: FeedFilter
  topics: TopicInfo[]
}

/** What a feed lists, and how to change that; said aloud only where it lists everything. */
export function FeedHeading({ filter, topics }: FeedHeadingProps) {
  const t = useTranslations('topics')
  const title = describeFeed(filter, topics, useTranslations('title'), useLocale())
  if (isUnfiltered(filter)) return <h1 className="sr-only">{title}</h1>
  const isCombined = filter.any.length + filter.all.length > 1 || filter.none.length > 0
  const topicOnly = isCombined ? null : filter.all[0]
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-2">
        <h1 className="text-3xl">{title}</h1>
        <p className="flex flex-wrap gap-x-6">
          <FeedChoices filter={filter} topics={topics} />
          {topicOnly && (
            <LocalLink className="site-link" href={searchHref(`topic:${topicOnly}`)}>
              {t.rich('search', { hidden: (words) => <span className="sr-only">{words}</span> })}
            </LocalLink>
          )}
          <LocalLink className="site-link" href={pickerHref(filter)}>
            {t('combine')}
          </LocalLink>
        </p>
      </div>
      {isCombined && <ChosenTopics filter={filter} topics={topics} hrefOf={feedHref} />}
    </>
  )
}
