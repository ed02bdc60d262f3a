import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import { WINDOW_SECONDS, type FeedFilter } from '@/lib/feed-filter'
import { UnknownTopicError } from './errors'

/** The topic under which FeedEntry holds every listed article. */
export const ALL_STORIES = 0

/** Articles that a filter lists, in terms of the store: topic ids instead of slugs. */
export interface FeedSet {
  any: number[]
  /** Rarest topic first, since it bounds what has to be read. */
  all: number[]
  none: number[]
  /** Nothing published before this, in seconds since 1970; null for no bound. */
  since: number | null
}

/** What makes a topic known to readers: a published document is filed under it. */
export const visibleTopic = {
  articles: { some: { article: { published: true, documents: { some: {} } } } },
} satisfies Prisma.TopicWhereInput

/**
 * Looks up a filter's topics.
 *
 * @param since where its window begins, see {@link windowStart}
 * @throws UnknownTopicError for the first slug that readers know no topic of
 */
export async function resolveFeedSet(
  database: Database,
  { any, all, none }: FeedFilter,
  since: number | null,
): Promise<FeedSet> {
  const slugs = [...any, ...all, ...none]
  if (slugs.length === 0) return { any: [], all: [], none: [], since }
  const topics = await database.topic.findMany({
    where: { slug: { in: slugs }, ...visibleTopic },
    select: { id: true, slug: true },
    orderBy: [{ articleCount: 'asc' }, { id: 'asc' }],
  })
  const known = new Set(topics.map((topic) => topic.slug))
  const unknown = slugs.find((slug) => !known.has(slug))
  if (unknown !== undefined) throw new UnknownTopicError(unknown)
  const idsOf = (group: readonly string[]) =>
    topics.filter(({ slug }) => group.includes(slug)).map(({ id }) => id)
  return { any: idsOf(any), all: idsOf(all), none: idsOf(none), since }
}

/** Where a filter's window begins: so long before the newest of all stories; null without a window. */
export async function windowStart(
  database: Database,
  { window }: Pick<FeedFilter, 'window'>,
): Promise<number | null> {
  const seconds = window === null ? null : WINDOW_SECONDS[window]
  if (seconds === null) return null
  const newest = await database.feedEntry.findFirst({
    where: { topicId: ALL_STORIES },
    orderBy: [{ latest: 'desc' }, { articleId: 'desc' }],
    select: { latest: true },
  })
  return newest && Number(newest.latest) - seconds
}

/** The topics whose entries `e` have to be read to see every article of a set. */
export function basesOf({ any, all }: FeedSet): number[] {
  const [rarest] = all
  if (rarest !== undefined) return [rarest]
  return any.length > 0 ? any : [ALL_STORIES]
}

/** What else an entry `e` of one of the bases must fulfil, as a condition that begins with AND. */
export function restrictions({ any, all, none, since }: FeedSet): Prisma.Sql {
  const conditions = all.slice(1).map((topic) => Prisma.sql`AND EXISTS ${entryUnder([topic])}`)
  if (all.length > 0 && any.length > 0) conditions.push(Prisma.sql`AND EXISTS ${entryUnder(any)}`)
  if (none.length > 0) conditions.push(Prisma.sql`AND NOT EXISTS ${entryUnder(none)}`)
  if (since !== null) conditions.push(Prisma.sql`AND e."latest" >= ${BigInt(since)}`)
  return conditions.length > 0 ? Prisma.join(conditions, ' ') : Prisma.empty
}

/** A query for the ids of a set's articles, each once. */
export function idsOf(set: FeedSet): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT e."articleId" FROM "FeedEntry" e
    WHERE e."topicId" IN (${Prisma.join(basesOf(set))}) ${restrictions(set)}`
}

function entryUnder(topics: number[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT 1 FROM "FeedEntry" o
    WHERE o."topicId" IN (${Prisma.join(topics)}) AND o."articleId" = e."articleId")`
}
