const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:T| +)(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: *(Z|UTC|[+-]\d\d:?\d\d))?)?$/i

/** The furthest a time zone is from UTC, in minutes. */
const MAX_OFFSET = 14 * 60

function offsetMinutes(zone: string | undefined): number {
  if (!zone || !/^[+-]/.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

/**
 * Reads a date as documents write it: ISO 8601 with or without time, seconds
 * and offset, also with a blank in place of the `T`. What has no offset is UTC.
 *
 * @returns null when it is no such date, or a day that no calendar has
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
  if (Math.abs(offset) > MAX_OFFSET) return null
  return new Date(date.getTime() - offset * 60_000)
}

/** The date that a document's file name begins with, as in `news/2021-02-14-title.md`; null if there is none. */
export function dateOfName(name: string): Date | null {
  const file = name.slice(name.lastIndexOf('/') + 1)
  return parseDate(/^\d{4}-\d\d-\d\d(?=\D)/.exec(file)?.[0] ?? '')
}
