import type { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import { sortMatches, walkFeed, type Found, type Matches, type Stretch } from './walk'

/** How much work one page may be. */
export interface Effort {
  /** Entries of the feed looked at first: enough for what is common. */
  look: number
  /** So many matches of the index are sorted. */
  sorted: number
  /** So many entries are looked at in the end. */
  budget: number
}

/** So many matches among the first entries promise a page within the budget. */
const PROMISING = 3

/** How matches are told in one database. */
export interface Finder {
  matches: Matches
  /** The condition that an entry `e` is a match. */
  holds: Prisma.Sql
}

/**
 * The next matches, within bounds on the work. What is common is found among the
 * next entries of the feed; what is rare by the index, which gives all; what
 * is neither is looked for in the feed for as long as a page may take.
 */
export async function findWithin(
  database: Database,
  stretch: Stretch,
  { matches, holds }: Finder,
  { look, sorted, budget }: Effort,
): Promise<Found> {
  const walk = (entries: number) => walkFeed(database, stretch, holds, entries)
  const isDone = ({ rows, end }: Found) => end === null || rows.length === stretch.limit
  const first = await walk(look)
  if (isDone(first)) return first
  const likely = first.rows.length >= PROMISING ? await walk(budget) : null
  if (likely && isDone(likely)) return likely
  const all = await sortMatches(database, stretch, matches, sorted)
  return all ?? likely ?? walk(budget)
}
