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

/** `22 Nov 2026` in the given zone. */
export function formatDate(iso: string, timeZone: string, locale: Locale): string {
  return format('date', Date.parse(iso), timeZone, locale)
}

/** `Sunday, 22 November 2026` in the given zone. */
export function formatFullDate(iso: string, timeZone: string, locale: Locale): string {
  return format('fullDate', Date.parse(iso), timeZone, locale)
}

/** `Sunday, 22 November 2026, 21:40 UTC` in the given zone. */
export function formatExactTime(iso: string, timeZone: string, locale: Locale): string {
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

/**
 * How long ago it was, for what is younger than a week: `now`, `5 min ago`, `3 hours ago`, `2 days ago`.
 *
 * @param iso when it was, ISO 8601
 * @param now milliseconds since 1970
 * @returns null for what is older, or lies in the future
 */
export function formatAge(iso: string, now: number, locale: Locale): string | null {
  const seconds = Math.floor((now - Date.parse(iso)) / 1000)
  if (seconds < 0 || seconds >= 7 * DAY) return null
  if (seconds < MINUTE) return ageFormat(locale, { numeric: 'auto' }).format(0, 'second')
  if (seconds < HOUR) return ago(seconds, MINUTE, 'minute', ageFormat(locale, { style: 'short' }))
  const unit = seconds < DAY ? 'hour' : 'day'
  return ago(seconds, unit === 'hour' ? HOUR : DAY, unit, ageFormat(locale, { style: 'long' }))
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
  const key = `${locale} ${options.style ?? options.numeric}`
  let formatter = ageFormats.get(key)
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(intlLocale(locale), options)
    ageFormats.set(key, formatter)
  }
  return formatter
}
