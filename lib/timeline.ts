import type { ArticleDetail, ProviderInfo, RelatedDetail } from './article'

/** One piece about a story, at its place in time. */
export interface Report extends Pick<
  RelatedDetail,
  'title' | 'lang' | 'href' | 'url' | 'provider' | 'quality'
> {
  /** ISO 8601, UTC: when it was published, or first seen if that was earlier. */
  reportedAt: string
  /** Seconds after the first report of the story. */
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

/** How a story spread. */
export interface Timeline {
  /** The earliest first, the lead before others of the same moment, these in the curator's order. */
  reports: Report[]
  /** The one that reported first comes first. */
  sources: SourceReports[]
  /** Seconds from the first report to the last. */
  span: number
}

type Lead = Pick<
  ArticleDetail,
  'title' | 'lang' | 'href' | 'url' | 'provider' | 'quality' | 'rank' | 'related'
>

/**
 * How coverage of a story spread, from its lead and the other pieces about it.
 *
 * @returns null where nobody else reports it
 */
export function timelineOf(lead: Lead): Timeline | null {
  if (lead.related.length === 0) return null
  const reportedAt = new Date(lead.rank.published * 1_000).toISOString()
  const pieces = [{ ...lead, reportedAt }, ...lead.related]
  const times = pieces.map((piece) => Math.floor(Date.parse(piece.reportedAt) / 1_000))
  const first = times.reduce((earliest, time) => Math.min(earliest, time), Infinity)
  const reports = pieces
    .map((piece, index) => toReport(piece, (times[index] ?? first) - first, index === 0))
    .sort((a, b) => a.delay - b.delay)
  return { reports, sources: groupBySource(reports), span: reports.at(-1)?.delay ?? 0 }
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

/** From two hours on a delay is told in hours, from two days on in days. @param seconds from 0 */
export function toDelay(seconds: number): Delay {
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return { unit: 'minute', value: minutes }
  const hours = Math.round(seconds / 3_600)
  if (hours < 48) return { unit: 'hour', value: hours }
  return { unit: 'day', value: Math.round(seconds / 86_400) }
}
