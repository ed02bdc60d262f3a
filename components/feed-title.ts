import type { useTranslations } from 'next-intl'
import type { TopicInfo } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'
import { isolate } from '@/lib/isolate'
import type { Locale } from '@/lib/locale'

/**
 * A feed's heading: `AI`, `AI and Climate, without Food`, `All stories without Food`, `wind power in AI`.
 *
 * @param t messages of the area `title`
 * @param locale of these
 * @returns plain text in which topics and words of the search are isolated
 */
export function describeFeed(
  filter: FeedFilter,
  topics: TopicInfo[],
  t: ReturnType<typeof useTranslations<'title'>>,
  locale: Locale,
): string {
  const names = new Map(topics.map((topic) => [topic.slug, topic.name]))
  const list = (slugs: readonly string[], word: 'and' | 'or') =>
    slugs
      .map((slug) => isolate(names.get(slug) ?? slug, locale))
      .reduce((one, other) => (one === '' ? other : t(word, { one, other })), '')
  const any = list(filter.any, 'or')
  const all = list(filter.all, 'and')
  const both = all && any && t('and', { one: all, other: t('group', { topics: any }) })
  const included = both || any || all
  const excluded = list(filter.none, 'or')
  const q = isolate(filter.q, locale)
  const searched = q && included ? t('searched', { q, topics: included }) : q
  const stories = searched || included || t('all')
  return excluded ? t('without', { stories, topics: excluded }) : stories
}
