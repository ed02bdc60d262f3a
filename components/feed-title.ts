import type { TopicInfo } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'

/** A feed's heading: `AI`, `AI and Climate, without Food`, `All stories without Food`, `wind power in AI`. */
export function describeFeed(filter: FeedFilter, topics: TopicInfo[]): string {
  const names = new Map(topics.map((topic) => [topic.slug, topic.name]))
  const list = (slugs: readonly string[], word: string) =>
    slugs.map((slug) => names.get(slug) ?? slug).join(` ${word} `)
  const any = list(filter.any, 'or')
  const all = list(filter.all, 'and')
  const included = any && all ? `${all} and (${any})` : any || all
  const excluded = list(filter.none, 'or')
  const searched = filter.q && included ? `${filter.q} in ${included}` : filter.q
  const listed = searched || included || 'All stories'
  return excluded ? `${listed} without ${excluded}` : listed
}
