import { Prisma } from '@/lib/db/generated/client'
import type { FeedPosition } from '@/lib/cursor'
import { dayOf } from '@/lib/days'
import type { Provider } from '@/lib/db/client'
import type { FeedSort } from '@/lib/feed-filter'
import { basesOf, restrictions, type FeedSet } from './feed-set'
import type { FeedWindow } from './feed-window'

/** The largest value of a column of type Int. */
const MAX_INTEGER = 2 ** 31 - 1

/** Which part of which feed is read. */
export interface FeedQuery {
  set: FeedSet
  sort: FeedSort
  /** The page begins behind this; null for the first. */
  after: Pick<FeedPosition, 'key' | 'id'> | null
  /** How many articles at most. */
  limit: number
}

/**
 * The query for a page's keys and ids: one walk down a sort's index for each
 * topic that the set is read from, merged.
 */
export function feedSql(provider: Provider, query: FeedQuery): Prisma.Sql {
  const walks = basesOf(query.set).map((topic) => walkSql(provider, topic, query))
  const [only, ...others] = walks
  if (only && others.length === 0) return only
  // An article in several topics has the same key in each, so that UNION drops its doubles.
  const merged = Prisma.join(
    walks.map((walk, index) => Prisma.sql`SELECT * FROM (${walk}) AS ${Prisma.raw(`w${index}`)}`),
    ' UNION ',
  )
  return Prisma.sql`
    SELECT "key", "id" FROM (${merged}) AS walks
    ORDER BY "key" DESC, "id" DESC LIMIT ${literal(query.limit)}`
}

function walkSql(provider: Provider, topic: number, query: FeedQuery): Prisma.Sql {
  const { window } = query.set
  if (window === null) return wholeWalk(topic, query)
  return provider === 'sqlite'
    ? daysMerged(topic, query, window)
    : daysLimited(topic, query, window)
}

function wholeWalk(topic: number, { set, sort, after, limit }: FeedQuery): Prisma.Sql {
  const key = column(sort)
  return Prisma.sql`
    SELECT ${key} AS "key", e."articleId" AS "id" FROM "FeedEntry" e
    WHERE e."topicId" = ${topic} ${behind(sort, after)} ${restrictions(set)}
    ORDER BY ${key} DESC, e."articleId" DESC LIMIT ${literal(limit)}`
}

/**
 * A window for SQLite: the walks of its days, which it merges row by row as
 * they are needed. It has no LATERAL, and needs none.
 */
function daysMerged(topic: number, query: FeedQuery, window: FeedWindow): Prisma.Sql {
  const { set, sort, after, limit } = query
  const [first, last] = [dayOf(window.since), dayOf(window.until)]
  const days = Array.from({ length: last - first + 1 }, (_, n) => last - n)
  const walks = days.map((day) => {
    // The days between lie in the window as a whole.
    const bounds = day === first || day === last ? within(window) : Prisma.empty
    return Prisma.sql`
      SELECT ${column(sort)} AS "key", e."articleId" FROM "FeedEntry" e
      WHERE e."topicId" = ${topic} AND e."day" = ${BigInt(day)} ${behind(sort, after)} ${bounds}`
  })
  return Prisma.sql`
    SELECT e."key", e."articleId" AS "id" FROM (${Prisma.join(walks, ' UNION ALL ')}) AS e
    WHERE true ${restrictions(set)}
    ORDER BY e."key" DESC, e."articleId" DESC LIMIT ${literal(limit)}`
}

/**
 * A window for PostgreSQL: the beginnings of the walks of its days. It plans
 * one walk for all; of as many that are written out it would sort whole days.
 */
function daysLimited(topic: number, query: FeedQuery, window: FeedWindow): Prisma.Sql {
  const { set, sort, after, limit } = query
  const key = column(sort)
  const [first, last] = [dayOf(window.since), dayOf(window.until)]
  return Prisma.sql`
    SELECT w."key", w."id"
    FROM (
      SELECT "day" FROM generate_series(CAST(${first} AS BIGINT), CAST(${last} AS BIGINT)) AS "day"
      LIMIT ${literal(last - first + 1)}) AS "day"
    CROSS JOIN LATERAL (
      SELECT ${key} AS "key", e."articleId" AS "id" FROM "FeedEntry" e
      WHERE e."topicId" = ${topic} AND e."day" = "day"."day" ${within(window)}
        ${behind(sort, after)} ${restrictions(set)}
      ORDER BY ${key} DESC, e."articleId" DESC LIMIT ${literal(limit)}) AS w
    ORDER BY w."key" DESC, w."id" DESC LIMIT ${literal(limit)}`
}

/** Not a parameter: of one, neither database knows how little it lets through, and joins for all the rows. */
function literal(limit: number): Prisma.Sql {
  return Prisma.raw(limit.toFixed())
}

function column(sort: FeedSort): Prisma.Sql {
  return Prisma.raw(`e."${sort}"`)
}

/**
 * The condition that an entry `e` comes behind a position, beginning with AND; none for null.
 * Plain parameters, for SQLite seeks no row value that holds a CAST.
 */
export function behind(sort: FeedSort, after: FeedQuery['after']): Prisma.Sql {
  if (after === null) return Prisma.empty
  const key = sort === 'heat' || sort === 'quality' ? clamp(after.key) : after.key
  const position = Prisma.sql`(${BigInt(key)}, ${clamp(after.id)})`
  return Prisma.sql`AND (${column(sort)}, e."articleId") < ${position}`
}

/** PostgreSQL refuses to compare with what does not fit the column, as a made-up cursor may not. */
function clamp(value: number): number {
  return Math.max(-MAX_INTEGER, Math.min(MAX_INTEGER, value))
}

/** COALESCE keeps both databases from taking the bounds for a reason to read another index and sort. */
function within({ since, until }: FeedWindow): Prisma.Sql {
  return Prisma.sql`AND COALESCE(e."latest" BETWEEN ${BigInt(since)} AND ${BigInt(until)}, false)`
}
