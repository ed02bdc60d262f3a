import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import type { Match } from './match'
import { toTsquery } from './tsquery'
import { findWithin, type Effort } from './find-within'
import type { Found, Stretch } from './walk'

const EFFORT: Effort = { look: 1_000, sorted: 5_000, budget: 20_000 }

/**
 * The next matches in PostgreSQL, whose index knows no order: what is common
 * is found among the next entries of the feed, what is rare by the index.
 */
export async function findPostgresMatches(
  database: Database,
  match: Match,
  stretch: Stretch,
  effort: Effort = EFFORT,
): Promise<Found> {
  const query = Prisma.sql`CAST(${toTsquery(match)} AS tsquery)`
  const matches = (limit: number) =>
    Prisma.sql`SELECT * FROM search_matches(${query}, CAST(${limit} AS integer))`
  return findWithin(database, stretch, { matches, holds: isPostgresMatch(query) }, effort)
}

/** The condition that an entry `e` is a match. */
export function isPostgresMatch(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT s."words" FROM "ArticleSearch" s WHERE s."articleId" = e."articleId") @@ ${query}`
}
