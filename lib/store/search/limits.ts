import { Prisma } from '@/lib/db/generated/client'
import type { FeedSort } from '@/lib/feed-filter'
import { BUZZ_PER_PIECE } from '@/lib/rank'
import { RANK_PROFILE } from '@/lib/rank-profile'
import type { Bounds, Range } from '@/lib/search/search-query'
import { NO_SCORE } from '@/lib/store/write/derive'

/** What the keys of an article may be; inclusive, null: no bound. */
export type Limits = Record<FeedSort, Range>

const HOUR = 3_600
const { qualityHours, qualityReach, buzzHours, buzzReach } = RANK_PROFILE
/** How far a rank can be from the time of publication, in seconds: quality goes both ways, buzz lifts. */
const QUALITY_REACH = Math.ceil(qualityHours * qualityReach) * HOUR
const LIFT_REACH =
  QUALITY_REACH + Math.ceil(buzzHours * Math.log2(1 + buzzReach / BUZZ_PER_PIECE)) * HOUR

/**
 * The limits that a search sets. Those of `top` follow from those of the time;
 * a limit on a score leaves out what has none.
 *
 * @param since where the window begins, null without one
 */
export function toLimits({ from, until, heat, quality }: Bounds, since: number | null): Limits {
  const begin = from === null || since === null ? (from ?? since) : Math.max(from, since)
  return {
    top: {
      min: begin === null ? null : begin - QUALITY_REACH,
      max: until === null ? null : until + LIFT_REACH,
    },
    latest: { min: begin, max: until },
    heat: scored(heat),
    quality: scored(quality),
  }
}

/** Whether articles in the index have to be looked at further. */
export function isLimited(limits: Limits): boolean {
  return Object.values(limits).some(({ min, max }) => min !== null || max !== null)
}

/** The limits of one key of an entry `e`, as a condition that begins with AND. */
export function within(sort: FeedSort, { min, max }: Range): Prisma.Sql {
  const key = Prisma.raw(`e."${sort}"`)
  const least = min === null ? Prisma.empty : Prisma.sql` AND ${key} >= ${BigInt(min)}`
  const most = max === null ? Prisma.empty : Prisma.sql` AND ${key} <= ${BigInt(max)}`
  return Prisma.sql`${least}${most}`
}

/** All limits of an entry `e`, as a condition that begins with AND; those of `top` follow from the time. */
export function withinAll(limits: Limits): Prisma.Sql {
  const { latest, heat, quality } = limits
  return Prisma.sql`${within('latest', latest)}${within('heat', heat)}${within('quality', quality)}`
}

function scored({ min, max }: Range): Range {
  return { min: min ?? (max === null ? null : NO_SCORE + 1), max }
}
