import { Prisma } from '@/lib/db/generated/client'
import { BLENDS, type Blend, type FeedSort } from '@/lib/feed-filter'
import { blendProfile, BUZZ_PER_PIECE } from '@/lib/rank'
import type { Bounds, Range } from '@/lib/search/search-query'
import { NO_SCORE } from '@/lib/store/write/derive'

/** What the keys of an article may be; inclusive, null: no bound. */
export type Limits = Record<FeedSort, Range>

const HOUR = 3_600
/** How far a rank can be from the time of publication, in seconds: quality goes both ways, buzz lifts. */
function reachOf(blend: Blend): { down: number; up: number } {
  const { qualityHours, qualityReach, buzzHours, buzzReach } = blendProfile(blend)
  const down = Math.ceil(qualityHours * qualityReach) * HOUR
  const lift = Math.ceil(buzzHours * Math.log2(1 + buzzReach / BUZZ_PER_PIECE)) * HOUR
  return { down, up: down + lift }
}

/**
 * The limits that a search sets. Those of ranks follow from those of the time;
 * a limit on a score leaves out what has none.
 *
 * @param since where the window begins, null without one
 */
export function toLimits({ from, until, heat, quality }: Bounds, since: number | null): Limits {
  const begin = from === null || since === null ? (from ?? since) : Math.max(from, since)
  const ranks = BLENDS.map((blend): [Blend, Range] => {
    const { down, up } = reachOf(blend)
    return [
      blend,
      { min: begin === null ? null : begin - down, max: until === null ? null : until + up },
    ]
  })
  return {
    ...(Object.fromEntries(ranks) as Record<Blend, Range>),
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

/** All limits of an entry `e`, as a condition that begins with AND; those of ranks follow from the time. */
export function withinAll(limits: Limits): Prisma.Sql {
  const { latest, heat, quality } = limits
  return Prisma.sql`${within('latest', latest)}${within('heat', heat)}${within('quality', quality)}`
}

function scored({ min, max }: Range): Range {
  return { min: min ?? (max === null ? null : NO_SCORE + 1), max }
}
