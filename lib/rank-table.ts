import type { FeedSummary, RankedStory } from './rank-report'

/** A line of the summary: what an order is called and what its first places are like. */
export type SummaryLine = [name: string, summary: FeedSummary]

/**
 * A feed as aligned columns: place, the terms of each rank, and the title.
 *
 * @param before places in another order by story id; shown where it is given
 */
export function formatFeed(feed: RankedStory[], before?: Map<number, number>): string {
  const heads = ['#', 'published (UTC)', 'quality', 'hours', 'others', 'hours', 'title']
  const rows = feed.map(({ place, title, input, terms }) => [
    String(place),
    new Date(terms.published * 1_000).toISOString().slice(0, 16).replace('T', ' '),
    input.quality === null ? '–' : String(input.quality),
    formatHours(terms.quality),
    String(terms.reportedBy),
    formatHours(terms.buzz),
    shorten(title),
  ])
  if (!before) return formatTable([heads, ...rows])
  const places = feed.map(({ id, place }) => [String(before.get(id) ?? '–'), '→', String(place)])
  return formatTable([
    ['was', '', ...heads],
    ...rows.map((row, index) => [...(places[index] ?? []), ...row.slice(1)]),
  ])
}

/** Median age and mean quality of several orders, side by side. */
export function formatSummaries(lines: SummaryLine[]): string {
  const rows = lines.map(([name, { stories, medianAge, meanQuality }]) => [
    name,
    String(stories),
    formatNumber(medianAge),
    formatNumber(meanQuality),
  ])
  return formatTable([['order', 'stories', 'median age, h', 'mean quality'], ...rows])
}

/** Text cells under each other: numbers to the right, words to the left. */
function formatTable(rows: string[][]): string {
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column] ?? '')) ?? []
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)))
  const toTheRight = columns.map((cells) => cells.slice(1).every((cell) => /^[\d+–-]/.test(cell)))
  const lines = rows.map((row) =>
    row.map((cell, n) =>
      toTheRight[n] ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0),
    ),
  )
  return lines.map((cells) => cells.join('  ').trimEnd()).join('\n')
}

function formatHours(seconds: number): string {
  return `${seconds < 0 ? '-' : '+'}${Math.abs(seconds) / 3_600}`
}

function formatNumber(value: number): string {
  return Number.isFinite(value) ? value.toFixed(1) : '–'
}

function shorten(title: string): string {
  return title.replace(/^(.{59})..+$/su, '$1…')
}
