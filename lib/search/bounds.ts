import type { Bounds, Range } from './search-query'

const UNBOUNDED: Range = { min: null, max: null }
/** A search that leaves out no article for its time or its scores. */
export const NO_BOUNDS: Bounds = { from: null, until: null, heat: UNBOUNDED, quality: UNBOUNDED }

const PERIOD = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/
const SCORE = /^(>=|<=|>|<|)(-?\d{1,9})$/
const SCORES = /^(-?\d{1,9})\.\.(-?\d{1,9})$/

/**
 * Reads what follows `before:` or `after:`: a year, month or day in UTC.
 * Neither includes the period itself: `before:2021` ends with 2020,
 * `after:2021` begins with 2022.
 *
 * @param negated the complement: from its beginning on, or until its end
 * @returns null when the value is no such date
 */
export function parseTimeBound(
  field: 'before' | 'after',
  value: string,
  negated: boolean,
): Bounds | null {
  const period = parsePeriod(value)
  if (!period) return null
  if (field === 'before') {
    return negated
      ? { ...NO_BOUNDS, from: period.start }
      : { ...NO_BOUNDS, until: period.start - 1 }
  }
  return negated ? { ...NO_BOUNDS, until: period.end - 1 } : { ...NO_BOUNDS, from: period.end }
}

/**
 * Reads what follows `heat:` or `quality:`: `80`, `>80`, `>=80`, `<80`, `<=80`
 * or `50..80`, in whole numbers; scores may be negative.
 *
 * @param negated the complement, where that is one range
 * @returns null when the value is no such range
 */
export function parseScoreBound(
  field: 'heat' | 'quality',
  value: string,
  negated: boolean,
): Bounds | null {
  const range = parseRange(value)
  const wanted = range && negated ? complement(range) : range
  return wanted && { ...NO_BOUNDS, [field]: wanted }
}

/** What both allow. */
export function intersectBounds(a: Bounds, b: Bounds): Bounds {
  return {
    from: higher(a.from, b.from),
    until: lower(a.until, b.until),
    heat: intersectRanges(a.heat, b.heat),
    quality: intersectRanges(a.quality, b.quality),
  }
}

/** Seconds since 1970; the end is exclusive. */
function parsePeriod(value: string): { start: number; end: number } | null {
  const [, year, month, day] = PERIOD.exec(value) ?? []
  if (year === undefined) return null
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`
  const date = new Date(`${first}T00:00:00Z`)
  // An impossible day such as 30 February either fails to parse or moves into the next month.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(first)) return null
  const start = date.getTime() / 1000
  if (day !== undefined) date.setUTCDate(date.getUTCDate() + 1)
  else if (month !== undefined) date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCFullYear(date.getUTCFullYear() + 1)
  return { start, end: date.getTime() / 1000 }
}

function parseRange(value: string): Range | null {
  const [, from, to] = SCORES.exec(value) ?? []
  if (from !== undefined && to !== undefined) {
    const scores = [parseScore(from), parseScore(to)]
    return { min: Math.min(...scores), max: Math.max(...scores) }
  }
  const [, sign, digits] = SCORE.exec(value) ?? []
  if (digits === undefined) return null
  const score = parseScore(digits)
  if (sign === '>') return { min: score + 1, max: null }
  if (sign === '<') return { min: null, max: score - 1 }
  return { min: sign === '<=' ? null : score, max: sign === '>=' ? null : score }
}

function parseScore(digits: string): number {
  // Not -0, which is not the same as 0 everywhere.
  return Number(digits) || 0
}

/** Null when what is left are two ranges. */
function complement({ min, max }: Range): Range | null {
  if (min === null) return max === null ? null : { min: max + 1, max: null }
  return max === null ? { min: null, max: min - 1 } : null
}

function intersectRanges(a: Range, b: Range): Range {
  return { min: higher(a.min, b.min), max: lower(a.max, b.max) }
}

function higher(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

function lower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
