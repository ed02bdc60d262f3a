import type { TopicChoice } from '@/lib/article'
import type { Database } from '@/lib/db/client'
import type { FeedFilter } from '@/lib/feed-filter'
import { ALL_STORIES, idsOf, resolveFeedSet, windowStart, type FeedSet } from './feed-set'

/** How many of a set's articles stand under each topic, by topic id; under {@link ALL_STORIES}, all of them. */
type Tally = (topicId: number) => number

/**
 * What each topic that the filter does not name yet would give if `withTopic`
 * added it, each of the three ways. Largest topic first.
 *
 * @throws UnknownTopicError when the filter names one
 */
export async function listTopicChoices(
  database: Database,
  filter: FeedFilter,
): Promise<TopicChoice[]> {
  const named = [...filter.any, ...filter.all, ...filter.none]
  const set = await resolveFeedSet(database, filter, await windowStart(database, filter))
  const topics = await database.topic.findMany({
    where: { articleCount: { gt: 0 }, slug: { notIn: named } },
    orderBy: [{ articleCount: 'desc' }, { name: 'asc' }],
    select: { id: true, slug: true, name: true },
  })
  const { present, joined, reachable } = await tallySets(database, set)
  return topics.map(({ id, slug, name }) => ({
    slug,
    name,
    and: present(id),
    or: joined(ALL_STORIES) - joined(id) + reachable(id),
    not: present(ALL_STORIES) - present(id),
  }))
}

/** Tallies what the filter lists, what "or" would join a topic to, and what no exclusion takes away. */
async function tallySets(database: Database, set: FeedSet) {
  const { any, all, none, since } = set
  const present = await tally(database, set)
  const included = [...any, ...all]
  if (included.length === 0) return { present, joined: () => 0, reachable: present }
  const simple = all.length === 0 || included.length === 1
  const joined = simple ? present : await tally(database, { any: included, all: [], none, since })
  const reachable = await tally(database, { any: [], all: [], none, since })
  return { present, joined, reachable }
}

async function tally(database: Database, set: FeedSet): Promise<Tally> {
  const includesAll = set.any.length + set.all.length === 0
  if (includesAll && set.since === null) return tallyByExclusion(database, set.none)
  const rows = await database.$queryRaw<{ topicId: number; count: bigint }[]>`
    SELECT t."topicId", COUNT(*) AS "count" FROM "FeedEntry" t
    WHERE t."articleId" IN (${idsOf(set)}) GROUP BY t."topicId"`
  const counts = new Map(rows.map(({ topicId, count }) => [topicId, Number(count)]))
  return (topicId) => counts.get(topicId) ?? 0
}

/** Of all stories, only the excluded ones are counted: how many there are in each topic is known. */
async function tallyByExclusion(database: Database, none: number[]): Promise<Tally> {
  const [topics, stories] = await Promise.all([
    database.topic.findMany({ select: { id: true, articleCount: true } }),
    database.feedEntry.count({ where: { topicId: ALL_STORIES } }),
  ])
  const counts = new Map(topics.map(({ id, articleCount }) => [id, articleCount]))
  counts.set(ALL_STORIES, stories)
  const excluded =
    none.length > 0 ? await tally(database, { any: none, all: [], none: [], since: null }) : () => 0
  return (topicId) => (counts.get(topicId) ?? 0) - excluded(topicId)
}
