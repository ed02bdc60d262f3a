import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import type { FeedSort } from '@/lib/feed-filter'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { behind } from '@/lib/store/feed-sql'
import { within, withinAll, type Limits } from './limits'

/** A place in an order: key, then id, both falling. */
export interface Position {
  key: number
  id: number
}

/** Orders positions as a feed does: a negative number when `a` comes first. */
export function comparePositions(a: Position, b: Position): number {
  return b.key - a.key || b.id - a.id
}

/** What is asked of one order of the matches. */
export interface Stretch {
  sort: FeedSort
  limits: Limits
  /** What comes before it, and itself, is left out; null: from the beginning. */
  after: Position | null
  /** So many at most. */
  limit: number
}

/** The next matches of an order. */
export interface Found {
  rows: Position[]
  /** So far every match is among the rows; null: there is no other. */
  end: Position | null
}

/** Rows as databases give them. */
export interface PositionRow {
  key: number | bigint
  id: number | bigint
}

export function toPosition({ key, id }: PositionRow): Position {
  return { key: Number(key), id: Number(id) }
}

/** A query for so many matches, with the keys of FeedEntry. */
export type Matches = (limit: number) => Prisma.Sql

/**
 * Matches among the next entries of the feed's own index: for what is common.
 *
 * @param holds the condition that an entry `e` is a match
 * @param budget entries looked at, at most
 */
export async function walkFeed(
  database: Database,
  stretch: Stretch,
  holds: Prisma.Sql,
  budget: number,
): Promise<Found> {
  const rows = await database.$all<PositionRow>(walkSql(stretch, holds, budget))
  const found = rows.map(toPosition)
  if (found.length === stretch.limit) return { rows: found, end: found.at(-1) ?? null }
  const [next] = await database.$all<PositionRow>(Prisma.sql`
    SELECT ${keyOf(stretch)} AS "key", e."articleId" AS "id" ${nextEntries(stretch)}
    LIMIT 1 OFFSET ${budget - 1}`)
  return { rows: found, end: next ? toPosition(next) : null }
}

/** The query of {@link walkFeed}: a subquery with a limit keeps its order, and neither database takes it apart. */
export function walkSql(stretch: Stretch, holds: Prisma.Sql, budget: number): Prisma.Sql {
  return Prisma.sql`
    SELECT ${keyOf(stretch)} AS "key", e."articleId" AS "id"
    FROM (SELECT * ${nextEntries(stretch)} LIMIT ${budget}) e
    WHERE ${holds} ${withinAll(stretch.limits)} LIMIT ${stretch.limit}`
}

/**
 * All matches, when they are few, in order.
 *
 * @returns null when there are more than `most`
 */
export async function sortMatches(
  database: Database,
  stretch: Stretch,
  matches: Matches,
  most: number,
): Promise<Found | null> {
  const rows = await database.$all<{
    total: bigint
    key: bigint | null
    id: number | null
  }>(Prisma.sql`
    WITH found AS MATERIALIZED (${matches(most + 1)})
    SELECT t."total", s."key", s."id" FROM (SELECT COUNT(*) AS "total" FROM found) t
    LEFT JOIN (
      SELECT ${keyOf(stretch)} AS "key", e."articleId" AS "id" FROM found e
      WHERE true ${withinAll(stretch.limits)} ${behind(stretch.sort, stretch.after)}
      ORDER BY 1 DESC, 2 DESC LIMIT ${stretch.limit}
    ) s ON true
    ORDER BY s."key" DESC, s."id" DESC`)
  if (Number(rows[0]?.total ?? 0) > most) return null
  const found = rows.flatMap(({ key, id }) =>
    key === null || id === null ? [] : [toPosition({ key, id })],
  )
  return { rows: found, end: found.length === stretch.limit ? (found.at(-1) ?? null) : null }
}

function keyOf({ sort }: Stretch): Prisma.Sql {
  return Prisma.raw(`e."${sort}"`)
}

function nextEntries(stretch: Stretch): Prisma.Sql {
  const { sort, limits, after } = stretch
  return Prisma.sql`
    FROM "FeedEntry" e
    WHERE e."topicId" = ${ALL_STORIES} ${within(sort, limits[sort])} ${behind(sort, after)}
    ORDER BY ${keyOf(stretch)} DESC, e."articleId" DESC`
}
