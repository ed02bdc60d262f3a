const DAY = 86_400

/** Days since 1970 of 1 January 1000 and of 31 December 9999. */
const FIRST_DAY = Date.UTC(1000, 0, 1) / 1_000 / DAY
const LAST_DAY = Date.UTC(9999, 11, 31) / 1_000 / DAY

/** A month of the calendar, by its first and last day. */
export interface Month {
  /** Days since 1970, both included. */
  first: number
  last: number
}

/** So many stories of a day are counted; of more it is only known that there are as many. */
export const MOST_COUNTED = 1_000

/** A day of the calendar on which stories were published. */
export interface DayHeat {
  /** Since 1970 (UTC). */
  day: number
  /** At most {@link MOST_COUNTED}. */
  stories: number
  /** Heat of the hottest; null where none has any. */
  heat: number | null
}

/** The day, counted from 1970 (UTC), in which a moment lies that is given in seconds since 1970. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / DAY)
}

/**
 * Reads a day from an address.
 *
 * @returns days since 1970; null for what is no date of the years 1000 to 9999, written `2021-02-14`
 */
export function parseDay(text: string): number | null {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  // Some engines take the 30th of February for a day of March.
  return Number.isNaN(time) || formatDay(time / 1_000 / DAY) !== text ? null : time / 1_000 / DAY
}

/** Whether a day has a page: it is of the years 1000 to 9999. @param day since 1970 */
export function hasPage(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

/** A day as addresses have it: `2021-02-14`. @param day since 1970, of the years 1000 to 9999 */
export function formatDay(day: number): string {
  return dateOf(day).toISOString().slice(0, 10)
}

/** Midnight (UTC) at which a day begins. @param day since 1970 */
export function dateOf(day: number): Date {
  return new Date(day * DAY * 1_000)
}

/** The path of a day's page. @param day since 1970 */
export function dayHref(day: number): string {
  return `/days/${formatDay(day)}`
}

/** The month in which a day lies. @param day since 1970 */
export function monthOf(day: number): Month {
  const date = dateOf(day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return {
    first: Date.UTC(year, month) / 1_000 / DAY,
    last: Date.UTC(year, month + 1, 0) / 1_000 / DAY,
  }
}

/**
 * A month as a calendar shows it: rows of seven days, null before its first and after its last.
 *
 * @param firstWeekday with which a week begins: 1 for Monday to 7 for Sunday
 */
export function weeksOf({ first, last }: Month, firstWeekday: number): (number | null)[][] {
  const before = (dateOf(first).getUTCDay() - firstWeekday + 7) % 7
  const weeks = Math.ceil((before + last - first + 1) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = first + week * 7 + weekday - before
      return day < first || day > last ? null : day
    }),
  )
}
