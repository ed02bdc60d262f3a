import { type Database } from '@/lib/db/client'
import type { FeedSort, Sort } from '@/lib/feed-filter'
import type { Clause } from '@/lib/search/search-query'

import { asksForWords, type Match } from './match'
import { findPostgresMatches } from './postgres-matches'
import { findSqliteMatches, sortFewByRelevance } from './sqlite-matches'
import { comparePositions, type Found, type Position, type Stretch } from './walk'

/** Seconds by which a story counts as newer when its title has all the words (docs/decisions/search.md). */
export const TITLE_LIFT = 180 * 86_400

/**
 * The next matches of one order. `relevance` is `top` in which those with all
 * words in the title are lifted: two orders, merged.
 */
export async function findMatches(
  database: Database,
  clauses: readonly Clause[],
  { sort, ...stretch }: Omit<Stretch, 'sort'> & { sort: Sort },
): Promise<Found> {
  const find = (where: Match['where'], order: FeedSort, lift = 0) =>
    findLifted(database, { clauses, where }, { ...stretch, sort: order }, lift)
  if (sort !== 'relevance') return find('anywhere', sort)
  if (!asksForWords(clauses)) return find('anywhere', 'top')
  if (database.$provider() === 'sqlite') {
    const few = await sortFewByRelevance(database, clauses, stretch, TITLE_LIFT)
    if (few) return few
  }
  const parts = await Promise.all([find('title', 'top', TITLE_LIFT), find('elsewhere', 'top')])
  return merge(parts, stretch.limit)
}

/** The first matches whose titles have all the words, in the order of `top`. */
export async function findTitles(
  database: Database,
  clauses: readonly Clause[],
  stretch: Omit<Stretch, 'sort'>,
): Promise<Found> {
  return findLifted(database, { clauses, where: 'title' }, { ...stretch, sort: 'top' }, 0)
}

async function findLifted(
  database: Database,
  match: Match,
  stretch: Stretch,
  lift: number,
): Promise<Found> {
  const find = database.$provider() === 'sqlite' ? findSqliteMatches : findPostgresMatches
  const move = ({ key, id }: Position, by: number) => ({ key: key + by, id })
  const after = stretch.after && move(stretch.after, -lift)
  const { rows, end } = await find(database, match, { ...stretch, after })
  return { rows: rows.map((row) => move(row, lift)), end: end && move(end, lift) }
}

/** Both orders as one, as far as both have been looked through. */
function merge(parts: Found[], limit: number): Found {
  const [end = null] = parts.flatMap((part) => part.end ?? []).sort(comparePositions)
  const rows = parts
    .flatMap((part) => part.rows)
    .filter((row) => end === null || comparePositions(row, end) <= 0)
    .sort(comparePositions)
    .slice(0, limit)
  return { rows, end: rows.length === limit ? (rows.at(-1) ?? null) : end }
}
