import type { TopicChoice } from '@/lib/article'
import { countStories } from '@/lib/count-stories'
import type { Database } from '@/lib/db/client'
import { withTopic, type FeedFilter } from '@/lib/feed-filter'
import { readCounts } from './kept-counts'
import { findTopics } from './visible-topics'

/**
 * What each topic that the filter does not name yet would give if `withTopic`
 * added it, each of the three ways. Largest topic first.
 */
export async function listTopicChoices(
  database: Database,
  filter: FeedFilter,
): Promise<TopicChoice[]> {
  const slugs = [...filter.any, ...filter.all, ...filter.none]
  const [named, others] = await Promise.all([
    findTopics(database, filter),
    database.topic.findMany({
      where: { articleCount: { gt: 0 }, slug: { notIn: slugs } },
      orderBy: [{ articleCount: 'desc' }, { name: 'asc' }],
    }),
  ])
  const counts = await readCounts(database, named, others)
  return others.map(({ slug, name }) => ({
    slug,
    name,
    and: countStories(withTopic(filter, slug, 'and'), counts),
    or: countStories(withTopic(filter, slug, 'or'), counts),
    not: countStories(withTopic(filter, slug, 'not'), counts),
  }))
}
