import type { ArticleDetail, ProviderInfo, RelatedDetail } from './article'
import { isCalendarDay } from './calendar-day'

const DAY = 86_400

/** One piece about a story, at its place in time. */
export interface Report extends Pick<
  RelatedDetail,
  'title' | 'lang' | 'href' | 'url' | 'provider' | 'quality'
> {
  /** ISO 8601: a moment in UTC, or a calendar day where no time is known. */
  reportedAt: string
  /** Seconds after the first report of the story; whole days where {@link TimeScale.isByDay}. */
  delay: number
  /** Whether it is the article that leads the story. */
  isLead: boolean
}

/** All that one source reported about a story. */
export interface SourceReports {
  /** Null for the pieces that name none. */
  provider: ProviderInfo | null
  /** The earliest first; at least one. */
  reports: Report[]
}

/** How exactly the dates of a story can be compared. */
export interface TimeScale {
  /** Whether one of them names only a day (UTC): then all are compared by their days. */
  isByDay: boolean
  /** Whether it is known who was first; not where several share the first day. */
  hasFirst: boolean
}

/** How a story spread. */
export interface Timeline extends TimeScale {
  /** The earliest first, the lead before others of the same moment, these in the curator's order. */
  reports: Report[]
  /** The one that reported first comes first. */
  sources: SourceReports[]
  /** Seconds from the first report to the last. */
  span: number
}

type Lead = Pick<
  ArticleDetail,
  'title' | 'lang' | 'href' | 'url' | 'provider' | 'quality' | 'publishedAt' | 'related'
>

/**
 * How coverage of a story spread, from its lead and the other pieces about it.
 *
 * @returns null where nobody else reports it
 */
export function timelineOf(lead: Lead): Timeline | null {
  if (lead.related.length === 0) return null
  const pieces = [{ ...lead, reportedAt: lead.publishedAt }, ...lead.related]
  const isByDay = pieces.some(({ reportedAt }) => isCalendarDay(reportedAt))
  const step = isByDay ? DAY : 1
  const times = pieces.map(
    ({ reportedAt }) => Math.floor(Date.parse(reportedAt) / 1_000 / step) * step,
  )
  const first = times.reduce((earliest, time) => Math.min(earliest, time), Infinity)
  const reports = pieces
    .map((piece, index) => toReport(piece, (times[index] ?? first) - first, index === 0))
    .sort((a, b) => a.delay - b.delay)
  const hasFirst = !isByDay || reports[1]?.delay !== 0
  const span = reports.at(-1)?.delay ?? 0
  return { reports, sources: groupBySource(reports), span, isByDay, hasFirst }
}

function toReport(
  { title, lang, href, url, provider, quality, reportedAt }: Omit<Report, 'delay' | 'isLead'>,
  delay: number,
  isLead: boolean,
): Report {
  return { title, lang, href, url, provider, quality, reportedAt, delay, isLead }
}

function groupBySource(reports: Report[]): SourceReports[] {
  const sources = new Map<string, SourceReports>()
  for (const report of reports) {
    const { provider } = report
    // A tab stands in no name.
    const key = provider ? `${provider.domain}\t${provider.name}` : ''
    const known = sources.get(key)
    if (known) known.reports.push(report)
    else sources.set(key, { provider, reports: [report] })
  }
  return [...sources.values()]
}

/** A time span in the unit that people would say it in. */
export interface Delay {
  unit: 'minute' | 'hour' | 'day'
  /** Whole, rounded to the nearest. */
  value: number
}

/**
 * A delay in hours from two hours on, in days from two days on; in days where dates are compared by days.
 *
 * @param seconds from 0
 */
export function toDelay(seconds: number, { isByDay } = { isByDay: false }): Delay {
  if (isByDay) return { unit: 'day', value: Math.round(seconds / DAY) }
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return { unit: 'minute', value: minutes }
  const hours = Math.round(seconds / 3_600)
  if (hours < 48) return { unit: 'hour', value: hours }
  return { unit: 'day', value: Math.round(seconds / DAY) }
}
