import type { KeptCounts } from '@/lib/count-stories'
import type { Database } from '@/lib/db/client'
import type { TopicRow } from './visible-topics'

/** Key of the Meta row that holds how many stories are listed. */
export const STORY_COUNT_KEY = 'storyCount'

/**
 * The kept counts of topics, and of their pairs.
 *
 * @param named topics of a filter
 * @param others further topics, each of which may be added to the filter
 */
export async function readCounts(
  database: Database,
  named: TopicRow[],
  others: TopicRow[] = [],
): Promise<KeptCounts> {
  const [stories, pairs] = await Promise.all([
    database.meta.findUnique({ where: { key: STORY_COUNT_KEY } }),
    listPairs(database, named, others.length > 0),
  ])
  const topics = new Map([...named, ...others].map((topic) => [topic.slug, topic]))
  const idOf = (slug: string) => topics.get(slug)?.id ?? 0
  return {
    stories: Number(stories?.value ?? 0),
    topic: (slug) => topics.get(slug)?.articleCount ?? 0,
    pair: (slug, other) => pairs.get(pairKey(idOf(slug), idOf(other))) ?? 0,
  }
}

/** Pairs within the topics, or also those of one of them with any other. */
async function listPairs(database: Database, topics: TopicRow[], withOthers: boolean) {
  if (topics.length === 0) return new Map<string, number>()
  const among = { in: topics.map(({ id }) => id) }
  const rows = await database.topicPair.findMany({
    where: withOthers
      ? { OR: [{ topicId: among }, { otherId: among }] }
      : { topicId: among, otherId: among },
  })
  return new Map(
    rows.map(({ topicId, otherId, articleCount }) => [pairKey(topicId, otherId), articleCount]),
  )
}

function pairKey(topicId: number, otherId: number): string {
  return topicId < otherId ? `${topicId}-${otherId}` : `${otherId}-${topicId}`
}
