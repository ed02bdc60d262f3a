import { Prisma } from '@/lib/db/generated/client'
import type { ArticleSummary } from '@/lib/article'
import { MOST_COUNTED, hasPage, type DayHeat, type Month } from '@/lib/days'
import type { Database } from '@/lib/db/client'
import { ALL_STORIES } from './feed-set'
import { listSummaries } from './summaries'
import { NO_SCORE } from './write/derive'

/** A day's stories: those that stand highest in the top feed, highest first. */
export async function listStoriesOf(
  database: Database,
  day: number,
  limit: number,
): Promise<ArticleSummary[]> {
  const rows = await database.$all<{ id: number }>(storiesOfDaySql(day, limit))
  return listSummaries(
    database,
    rows.map(({ id }) => id),
  )
}

/** The sum keeps both databases from walking the whole feed in order to find a day in it. */
export function storiesOfDaySql(day: number, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT e."articleId" AS "id" FROM "FeedEntry" e
    WHERE e."topicId" = ${ALL_STORIES} AND e."day" = ${day}
    ORDER BY e."top" + 0 DESC, e."articleId" DESC LIMIT ${limit}`
}

/** The days of a month that have stories, in order. */
export async function listDaysOf(database: Database, month: Month): Promise<DayHeat[]> {
  const rows = await database.$all<{
    day: number | bigint
    stories: number | bigint
    heat: number | null
  }>(daysOfMonthSql(month))
  return rows
    .map(({ day, stories, heat }) => ({
      day: Number(day),
      stories: Number(stories),
      heat: heat === NO_SCORE ? null : heat,
    }))
    .filter(({ stories }) => stories > 0)
}

/** Two short walks for each day: to its hottest story, and along so many of its entries. */
export function daysOfMonthSql({ first, last }: Month): Prisma.Sql {
  const days = Array.from(
    { length: last - first + 1 },
    (_, index) => Prisma.sql`(CAST(${first + index} AS INTEGER))`,
  )
  // The unnamed column of VALUES is column1 in SQLite and PostgreSQL alike.
  return Prisma.sql`
    SELECT d.column1 AS "day",
      (SELECT e."heat" FROM "FeedEntry" e
        WHERE e."topicId" = ${ALL_STORIES} AND e."day" = d.column1
        ORDER BY e."heat" DESC, e."articleId" DESC LIMIT 1) AS "heat",
      (SELECT COUNT(*) FROM (
        SELECT 1 FROM "FeedEntry" e
        WHERE e."topicId" = ${ALL_STORIES} AND e."day" = d.column1
        LIMIT ${MOST_COUNTED}) AS counted) AS "stories"
    FROM (VALUES ${Prisma.join(days)}) AS d ORDER BY 1`
}

/** The nearest day with stories before a day; before none, the newest of all; null where none has a page. */
export async function findDayBefore(
  database: Database,
  day: number | null,
): Promise<number | null> {
  return pageOf(await database.$all<{ day: number }>(dayBeforeSql(day)))
}

export function dayBeforeSql(day: number | null): Prisma.Sql {
  const before = day === null ? Prisma.empty : Prisma.sql`AND e."day" < ${day}`
  return Prisma.sql`
    SELECT e."day" FROM "FeedEntry" e WHERE e."topicId" = ${ALL_STORIES} ${before}
    ORDER BY e."topicId" DESC, e."day" DESC, e."heat" DESC LIMIT 1`
}

/** The nearest day with stories after a day; null where none has a page. */
export async function findDayAfter(database: Database, day: number): Promise<number | null> {
  return pageOf(await database.$all<{ day: number }>(dayAfterSql(day)))
}

/** Days beyond one without a page have none either. */
function pageOf([row]: { day: number }[]): number | null {
  return row && hasPage(row.day) ? row.day : null
}

export function dayAfterSql(day: number): Prisma.Sql {
  return Prisma.sql`
    SELECT e."day" FROM "FeedEntry" e WHERE e."topicId" = ${ALL_STORIES} AND e."day" > ${day}
    ORDER BY e."topicId", e."day", e."heat" LIMIT 1`
}
