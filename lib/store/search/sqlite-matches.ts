import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import type { Clause } from '@/lib/search/search-query'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { ID_OF_PLACE, KEY_OF_PLACE, PLACE_OF_ENTRY, placeOf, toFts5 } from './fts5'
import { isLimited, withinAll } from './limits'
import { asksForWords, type Match } from './match'
import { hasAllInTitle, isToldByTitle } from './title-match'
import {
  comparePositions,
  sortMatches,
  toPosition,
  walkFeed,
  type Found,
  type PositionRow,
  type Stretch,
} from './walk'

/** How much work one page may be. */
export interface SqliteEffort {
  /** So many matches are read and sorted before anything else is tried. */
  few: number
  /** So many are sorted by a key that the index is not in the order of. */
  sorted: number
  /** So many entries, or matches, are looked at. */
  budget: number
}

const EFFORT: SqliteEffort = { few: 200, sorted: 5_000, budget: 20_000 }

const KEYS = Prisma.sql`e.*`
/** No place lies beyond. */
const LAST_PLACE = (1n << 63n) - 1n

/**
 * The next matches in SQLite. Few are read and sorted: FTS5 is quickest forwards.
 * The index is in the order of `top` and is read as far as the page goes.
 */
export async function findSqliteMatches(
  database: Database,
  match: Match,
  stretch: Stretch,
  effort: SqliteEffort = EFFORT,
): Promise<Found> {
  const expression = toFts5(match)
  const matches = (limit: number) => someMatches(expression, limit, KEYS)
  const { few, sorted, budget } = effort
  // Facets and pairs of topics are read backwards nearly as quickly, and no further than the page goes.
  if (stretch.sort === 'top' && !asksForWords(match.clauses) && !isLimited(stretch.limits)) {
    return streamByRank(database, expression, stretch, budget)
  }
  const most = stretch.sort === 'top' ? few : sorted
  // The parts of relevance come when they are known to be many.
  const all = match.where === 'anywhere' && (await sortMatches(database, stretch, matches, most))
  if (all) return all
  return stretch.sort === 'top'
    ? streamByRank(database, expression, stretch, budget)
    : walkFeed(database, stretch, isSqliteMatch(expression), budget)
}

interface TitledRow {
  id: number
  top: bigint
  title: string
  /** 1 or 0: whether it is within the limits. */
  within: number | bigint
}

/**
 * The next matches by relevance, when there are few. What stands in a title is
 * told from the title itself: to ask the index again would take as long as finding them.
 *
 * @param lift seconds that are added to the rank of those with all words in the title
 * @returns null when there are many
 */
export async function sortFewByRelevance(
  database: Database,
  clauses: readonly Clause[],
  { limits, after, limit }: Omit<Stretch, 'sort'>,
  lift: number,
): Promise<Found | null> {
  if (!isToldByTitle(clauses)) return null
  const { few } = EFFORT
  const columns = Prisma.sql`
    e."articleId" AS "id", e."top", a."title", (true ${withinAll(limits)}) AS "within"`
  const matches = someMatches(toFts5({ clauses, where: 'anywhere' }), few + 1, columns)
  const rows = await database.$all<TitledRow>(Prisma.sql`
    ${matches} CROSS JOIN "Article" a ON a."id" = e."articleId"`)
  if (rows.length > few) return null
  const found = rows
    .filter((row) => Number(row.within) === 1)
    .map(({ id, top, title }) => ({
      key: Number(top) + (hasAllInTitle(title, clauses) ? lift : 0),
      id,
    }))
    .filter((row) => after === null || comparePositions(after, row) < 0)
    .sort(comparePositions)
    .slice(0, limit)
  return { rows: found, end: found.length === limit ? (found.at(-1) ?? null) : null }
}

/** The query for matches in the order of the feed: it stops at the limit, and sorts nothing. */
export function streamSql(
  expression: string,
  { limits, after }: Stretch,
  limit: number,
): Prisma.Sql {
  const { min, max } = limits.top
  const ends = [
    ...(after ? [placeOf(after.key, after.id)] : []),
    ...(max === null ? [] : [placeOf(max + 1, 0)]),
  ]
  const end = ends.reduce((least, place) => (place < least ? place : least), LAST_PLACE)
  const begin = min === null ? -LAST_PLACE : placeOf(min, 0)
  return Prisma.sql`
    SELECT ${KEY_OF_PLACE} AS "key", ${ID_OF_PLACE} AS "id" FROM "ArticleSearch"
    WHERE "ArticleSearch" MATCH ${expression} AND rowid < ${end} AND rowid >= ${begin}
    ORDER BY rowid DESC LIMIT ${limit}`
}

async function streamByRank(
  database: Database,
  expression: string,
  stretch: Stretch,
  budget: number,
): Promise<Found> {
  const { limit, limits } = stretch
  const limited = isLimited(limits)
  const stream = streamSql(expression, stretch, limited ? budget : limit)
  const rows = await database.$all<PositionRow>(
    limited
      ? Prisma.sql`
          SELECT s."key", s."id" FROM (${stream}) s
          CROSS JOIN "FeedEntry" e ON e."articleId" = s."id" AND e."topicId" = ${ALL_STORIES}
          WHERE true ${withinAll(limits)} LIMIT ${limit}`
      : stream,
  )
  const found = rows.map(toPosition)
  if (found.length === limit) return { rows: found, end: found.at(-1) ?? null }
  if (!limited) return { rows: found, end: null }
  const [last] = await database.$all<PositionRow>(Prisma.sql`
    SELECT s."key", s."id" FROM (${stream}) s LIMIT 1 OFFSET ${budget - 1}`)
  return { rows: found, end: last ? toPosition(last) : null }
}

function someMatches(expression: string, limit: number, columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM (
      SELECT ${ID_OF_PLACE} AS "id" FROM "ArticleSearch"
      WHERE "ArticleSearch" MATCH ${expression} LIMIT ${limit}
    ) s CROSS JOIN "FeedEntry" e ON e."articleId" = s."id" AND e."topicId" = ${ALL_STORIES}`
}

/** The condition that an entry `e` is a match: all are read, since FTS5 is slow to look one up. */
export function isSqliteMatch(expression: string): Prisma.Sql {
  return Prisma.sql`${PLACE_OF_ENTRY} IN (${placesSql(expression)})`
}

function placesSql(expression: string): Prisma.Sql {
  return Prisma.sql`SELECT rowid FROM "ArticleSearch" WHERE "ArticleSearch" MATCH ${expression}`
}
