import type { TopicCount } from '@/lib/article'
import type { Database } from '@/lib/db/client'
import { listVisibleTopics } from './visible-topics'

/** Every topic with listed stories in it: most stories first, then by name. */
export async function listTopics(database: Database): Promise<TopicCount[]> {
  const topics = await database.topic.findMany({
    where: { articleCount: { gt: 0 } },
    orderBy: [{ articleCount: 'desc' }, { name: 'asc' }],
    select: { slug: true, name: true, articleCount: true },
  })
  return topics.map(toCount)
}

/** A topic that readers know, or null. Its stories may all be told under other leads: count is 0 then. */
export async function findTopic(database: Database, slug: string): Promise<TopicCount | null> {
  const [topic = null] = await listVisibleTopics(database, [slug])
  return topic && toCount(topic)
}

/** Whether readers know every one of these topics. @param slugs at most as many as a filter names */
export async function areTopicsKnown(
  database: Database,
  slugs: readonly string[],
): Promise<boolean> {
  const topics = await listVisibleTopics(database, slugs)
  return topics.length === new Set(slugs).size
}

function toCount(topic: { slug: string; name: string; articleCount: number }): TopicCount {
  return { slug: topic.slug, name: topic.name, count: topic.articleCount }
}
