import type { TopicInfo } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'

/** A feed's heading: `AI`, `AI and Climate, without Food`, `All stories without Food`. */
export function describeFeed(filter: FeedFilter, topics: TopicInfo[]): string {
  const names = new Map(topics.map((topic) => [topic.slug, topic.name]))
  const list = (slugs: readonly string[], word: string) =>
    slugs.map((slug) => names.get(slug) ?? slug).join(` ${word} `)
  const any = list(filter.any, 'or')
  const all = list(filter.all, 'and')
  const included = any && all ? `${all} and (${any})` : any || all
  const excluded = list(filter.none, 'or')
  if (!excluded) return included || 'All stories'
  return `${included || 'All stories'} without ${excluded}`
}
