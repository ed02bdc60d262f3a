import { isCalendarDay } from './calendar-day'
import { intlLocale, type Locale } from './locale'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How dates and times are written: in a list, on the story's page, and in what explains a rank. */
const STYLES = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  fullDate: { dateStyle: 'full' },
  time: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a format takes far longer than using it, and a feed has hundreds of dates. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const ageFormats = new Map<string, Intl.RelativeTimeFormat>()

/** `22 Nov 2026` in the given zone; a calendar day is the same in all of them. */
export function formatDate(iso: string, timeZone: string, locale: Locale): string {
  return format('date', Date.parse(iso), isCalendarDay(iso) ? 'UTC' : timeZone, locale)
}

/** `Sunday, 22 November 2026` in the given zone. */
export function formatFullDate(iso: string, timeZone: string, locale: Locale): string {
  return format('fullDate', Date.parse(iso), timeZone, locale)
}

/** `Sunday, 22 November 2026, 21:40 UTC` in the given zone; of a calendar day only its date. */
export function formatExactTime(iso: string, timeZone: string, locale: Locale): string {
  if (isCalendarDay(iso)) return formatFullDate(iso, 'UTC', locale)
  const time = Date.parse(iso)
  const comma = locale === 'ar' ? '، ' : ', '
  return format('fullDate', time, timeZone, locale) + comma + format('time', time, timeZone, locale)
}

/**
 * A moment without its seconds, in UTC: `22 Nov 2026, 21:40 UTC`.
 *
 * @param seconds since 1970
 */
export function formatMoment(seconds: number, locale: Locale): string {
  return `${format('moment', seconds * 1_000, 'UTC', locale)} UTC`
}

/** A publication date in UTC: `22 Nov 2026, 21:40 UTC`; of a calendar day only its date. */
export function formatPublished(iso: string, locale: Locale): string {
  if (isCalendarDay(iso)) return formatDate(iso, 'UTC', locale)
  return formatMoment(Date.parse(iso) / 1_000, locale)
}

/**
 * How long ago it was, for what is younger than a week: `now`, `5 min ago`, `3 hours ago`,
 * `2 days ago`; of a calendar day `today`, `yesterday`, `3 days ago`.
 *
 * @param iso when it was, ISO 8601: a moment or a calendar day
 * @param now milliseconds since 1970
 * @param timeZone of the reader, whose own calendar says which day is today
 * @returns null for what is older, or lies in the future
 */
export function formatAge(
  iso: string,
  now: number,
  locale: Locale,
  timeZone: string,
): string | null {
  if (isCalendarDay(iso)) return formatDayAge(iso, now, locale, timeZone)
  const seconds = Math.floor((now - Date.parse(iso)) / 1000)
  if (seconds < 0 || seconds >= 7 * DAY) return null
  if (seconds < MINUTE) return ageFormat(locale, { numeric: 'auto' }).format(0, 'second')
  if (seconds < HOUR) return ago(seconds, MINUTE, 'minute', ageFormat(locale, { style: 'short' }))
  const unit = seconds < DAY ? 'hour' : 'day'
  return ago(seconds, unit === 'hour' ? HOUR : DAY, unit, ageFormat(locale, { style: 'long' }))
}

function formatDayAge(iso: string, now: number, locale: Locale, timeZone: string): string | null {
  const seconds = (Date.parse(dayIn(now, timeZone)) - Date.parse(iso)) / 1_000
  if (seconds < 0 || seconds >= 7 * DAY) return null
  return ageFormat(locale, { numeric: 'auto', style: 'long' }).format(-seconds / DAY, 'day')
}

/** The calendar day in a zone, such as `2026-11-05`. */
function dayIn(time: number, timeZone: string): string {
  // Swedish dates are written as in ISO 8601.
  const key = `day ${timeZone}`
  const formatter = dateFormats.get(key) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  dateFormats.set(key, formatter)
  return formatter.format(time)
}

function ago(
  seconds: number,
  length: number,
  unit: Intl.RelativeTimeFormatUnit,
  formatter: Intl.RelativeTimeFormat,
): string {
  return formatter.format(-Math.floor(seconds / length), unit)
}

function format(style: keyof typeof STYLES, time: number, timeZone: string, locale: Locale) {
  const key = `${style} ${locale} ${timeZone}`
  let formatter = dateFormats.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(intlLocale(locale), { ...STYLES[style], timeZone })
    dateFormats.set(key, formatter)
  }
  return formatter.format(time)
}

function ageFormat(locale: Locale, options: Intl.RelativeTimeFormatOptions) {
  const key = `${locale} ${options.style} ${options.numeric}`
  let formatter = ageFormats.get(key)
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(intlLocale(locale), options)
    ageFormats.set(key, formatter)
  }
  return formatter
}
