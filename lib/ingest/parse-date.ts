const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:T| +)(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: *(Z|UTC|[+-]\d\d:?\d\d))?)?$/i

/** The furthest a time zone is from UTC, in minutes. */
const MAX_OFFSET_MINUTES = 14 * 60

/** Years whose days have pages. */
const FIRST_YEAR = 1_000
const LAST_YEAR = 9_999

function offsetMinutes(zone: string | undefined): number {
  if (!zone || !/^[+-]/.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

/**
 * Reads a date as documents write it: ISO 8601 with or without time, seconds
 * and offset, also with a blank in place of the `T`. A time without an offset is UTC.
 * A calendar day is its midnight (UTC); see {@link isCalendarDay}.
 *
 * @returns null when it is no such date, a day that no calendar has, or not of the years 1000 to 9999
 */
export function parseDate(text: string): Date | null {
  const match = DATE_TIME.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const date = new Date(`${local}.${fraction.slice(0, 3).padEnd(3, '0')}Z`)
  // An impossible day such as 30 February either fails to parse or moves into the next month.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(local)) return null
  const offset = offsetMinutes(zone)
  if (Math.abs(offset) > MAX_OFFSET_MINUTES) return null
  const at = new Date(date.getTime() - offset * 60_000)
  const inUtc = at.getUTCFullYear()
  if (inUtc < FIRST_YEAR || inUtc > LAST_YEAR) return null
  return at
}

/** The calendar day that a document's file name begins with, as in `news/2021-02-14-title.md`; null if there is none. */
export function dayOfName(name: string): string | null {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const day = /^\d{4}-\d\d-\d\d(?=\D)/.exec(file)?.[0]
  return day !== undefined && parseDate(day) ? day : null
}

/** Whether the year of a date is probably a slip of the pen: before 1900, or more than five years after `now`. */
export function isDoubtful(date: Date, now: Date): boolean {
  const year = date.getUTCFullYear()
  return year < 1_900 || year > now.getUTCFullYear() + 5
}

/** Whether a date is refused for its year alone, such as 0206 or 20266 for 2026. */
export function hasImpossibleYear(text: string): boolean {
  return /^\s*(?:0\d{3}|\d{5,})-\d\d-\d\d(?!\d)/.test(text)
}
