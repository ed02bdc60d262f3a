import type { useTranslations } from 'next-intl'
import type { TopicInfo } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'

/**
 * A feed's heading: `AI`, `AI and Climate, without Food`, `All stories without Food`, `wind power in AI`.
 *
 * @param t messages of the area `title`
 */
export function describeFeed(
  filter: FeedFilter,
  topics: TopicInfo[],
  t: ReturnType<typeof useTranslations<'title'>>,
): string {
  const names = new Map(topics.map((topic) => [topic.slug, topic.name]))
  const list = (slugs: readonly string[], word: 'and' | 'or') =>
    slugs
      .map((slug) => names.get(slug) ?? slug)
      .reduce((one, other) => (one === '' ? other : t(word, { one, other })), '')
  const any = list(filter.any, 'or')
  const all = list(filter.all, 'and')
  const both = all && any && t('and', { one: all, other: t('group', { topics: any }) })
  const included = both || any || all
  const excluded = list(filter.none, 'or')
  const searched =
    filter.q && included ? t('searched', { q: filter.q, topics: included }) : filter.q
  const stories = searched || included || t('all')
  return excluded ? t('without', { stories, topics: excluded }) : stories
}
