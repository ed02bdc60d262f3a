import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import { WINDOW_SECONDS, soleTopic, type FeedFilter } from '@/lib/feed-filter'
import { UnknownTopicError } from './errors'
import type { FeedWindow } from './feed-window'
import { NO_TOPIC, findTopics } from './visible-topics'

/** The topic under which FeedEntry holds every listed article. */
export const ALL_STORIES = 0

/** Articles that a filter lists, in terms of the store: topic ids instead of slugs. */
export interface FeedSet {
  any: number[]
  /** Rarest topic first, since it bounds what has to be read. */
  all: number[]
  none: number[]
  /** Null for no bound. */
  window: FeedWindow | null
}

/**
 * Looks up a filter's topics.
 *
 * @throws UnknownTopicError for the feed of a single topic that readers do not know
 */
export async function resolveFeedSet(
  database: Database,
  filter: Pick<FeedFilter, 'any' | 'all' | 'none'>,
  window: FeedWindow | null,
): Promise<FeedSet> {
  const topics = await findTopics(database, filter)
  const sole = soleTopic(filter)
  if (sole !== null && topics.some(({ id, slug }) => slug === sole && id === NO_TOPIC)) {
    throw new UnknownTopicError(sole)
  }
  const idsOf = (group: readonly string[]) =>
    topics.filter(({ slug }) => group.includes(slug)).map(({ id }) => id)
  const { any, all, none } = filter
  return { any: idsOf(any), all: idsOf(all), none: idsOf(none), window }
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

/** The topics whose entries have to be read to see every article of a set. */
export function basesOf({ any, all }: FeedSet): number[] {
  const [rarest] = all
  if (rarest !== undefined) return [rarest]
  return any.length > 0 ? any : [ALL_STORIES]
}

/** Which other topics an entry `e` of one of the bases must stand under, or not: conditions that begin with AND. */
export function restrictions({ any, all, none }: FeedSet): Prisma.Sql {
  const conditions = all.slice(1).map((topic) => Prisma.sql`AND EXISTS ${entryUnder([topic])}`)
  if (all.length > 0 && any.length > 0) conditions.push(Prisma.sql`AND EXISTS ${entryUnder(any)}`)
  if (none.length > 0) conditions.push(Prisma.sql`AND NOT EXISTS ${entryUnder(none)}`)
  return conditions.length > 0 ? Prisma.join(conditions, ' ') : Prisma.empty
}

/** An OFFSET keeps PostgreSQL from joining whole topics: each entry walked is looked up by itself. */
function entryUnder(topics: number[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT 1 FROM "FeedEntry" o
    WHERE o."topicId" IN (${Prisma.join(topics)}) AND o."articleId" = e."articleId"
    LIMIT 1 OFFSET 0)`
}

/**
 * Whether a set is read by one walk and filtered by nothing else. One plan is then the best whatever the
 * topic is, and few statements serve all such sets: PostgreSQL can keep them.
 */
export function hasOnePlan({ any, all, none }: FeedSet): boolean {
  return any.length + all.length <= 1 && none.length === 0
}
