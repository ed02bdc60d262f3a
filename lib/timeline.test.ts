import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RelatedDetail } from './article'
import { timelineOf, toDelay } from './timeline'

const HOUR = 3_600
const NOON = Date.UTC(2026, 10, 10, 12) / 1_000

interface Sketch {
  /** Seconds after noon. */
  at: number
  source: string | null
  quality?: number | null
}

function piece({ at, source, quality = null }: Sketch, index: number): RelatedDetail {
  const reportedAt = new Date((NOON + at) * 1_000).toISOString()
  return {
    title: `Piece ${index}`,
    lang: null,
    url: `https://p.example/${index}`,
    href: null,
    provider: source === null ? null : { name: source, domain: `${source}.example` },
    publishedAt: reportedAt,
    reportedAt,
    quality,
    excerpt: null,
    type: 'article',
    picture: null,
  }
}

function timeline(lead: Sketch, others: Sketch[]) {
  return timelineOf({
    ...piece(lead, -1),
    title: 'Lead',
    href: '/articles/lead',
    related: others.map(piece),
  })
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  at: fc.oneof(fc.constant(0), fc.integer({ min: -1e9, max: 1e10 })),
  source: fc.option(fc.constantFrom('a', 'b', 'c')),
  quality: fc.option(fc.integer({ min: -50, max: 200 })),
})
const others = fc.array(sketch, { minLength: 1, maxLength: 30 })

describe('the timeline of a story', () => {
  test('has every piece once, the earliest first, each as late as it was', () => {
    fc.assert(
      fc.property(sketch, others, (lead, related) => {
        const { reports, span } = timeline(lead, related) ?? { reports: [], span: -1 }
        const names = ['Lead', ...related.map((_, index) => `Piece ${index}`)]
        expect(reports.map(({ title }) => title).sort()).toEqual(names.sort())
        const delays = reports.map(({ delay }) => delay)
        expect(delays).toEqual(delays.toSorted((a, b) => a - b))
        expect(delays[0]).toBe(0)
        expect(delays.at(-1)).toBe(span)
        const first = Date.parse(reports[0]?.reportedAt ?? '')
        for (const { reportedAt, delay } of reports) {
          expect(Date.parse(reportedAt) - first).toBe(delay * 1_000)
        }
      }),
    )
  })

  test('names each source once, with all of its pieces, who was first at the top', () => {
    fc.assert(
      fc.property(sketch, others, (lead, related) => {
        const { reports, sources } = timeline(lead, related) ?? { reports: [], sources: [] }
        const names = sources.map(({ provider }) => provider?.name ?? null)
        expect(new Set(names).size).toBe(names.length)
        expect(sources.flatMap((source) => source.reports)).toHaveLength(reports.length)
        const firsts = sources.map((source) => source.reports[0]?.delay ?? -1)
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
        for (const { provider, reports: own } of sources) {
          for (const report of own) expect(report.provider).toEqual(provider)
        }
      }),
    )
  })

  test('keeps the lead before others of the same moment, and these in the curator’s order', () => {
    const told = timeline({ at: 0, source: 'a' }, [
      { at: 0, source: 'b' },
      { at: -HOUR, source: 'c' },
      { at: 0, source: 'a' },
    ])
    expect(told?.reports.map(({ title, isLead }) => [title, isLead])).toEqual([
      ['Piece 1', false],
      ['Lead', true],
      ['Piece 0', false],
      ['Piece 2', false],
    ])
    expect(told?.sources.map(({ provider }) => provider?.name)).toEqual(['c', 'a', 'b'])
  })

  test('is none where nobody else reports it', () => {
    expect(timeline({ at: 0, source: 'a' }, [])).toBeNull()
  })
})

test.each([
  [0, { unit: 'minute', value: 0 }],
  [29, { unit: 'minute', value: 0 }],
  [90 * 60, { unit: 'minute', value: 90 }],
  [3 * HOUR, { unit: 'hour', value: 3 }],
  [47 * HOUR, { unit: 'hour', value: 47 }],
  [60 * HOUR, { unit: 'day', value: 3 }],
])('%i seconds are told as people would', (seconds, delay) => {
  expect(toDelay(seconds)).toEqual(delay)
})

describe('where one of the dates names only a day', () => {
  const on = (reportedAt: string, title: string) => ({
    ...piece({ at: 0, source: title }, 0),
    ...{ title, reportedAt, publishedAt: reportedAt },
  })
  const days = (lead: string, ...others: string[]) =>
    timelineOf({
      ...on(lead, 'Lead'),
      href: '/articles/lead',
      related: others.map((day, n) => on(day, `Piece ${n}`)),
    })

  test('all are compared by their days', () => {
    const told = days('2026-11-05', '2026-11-07T01:00:00Z', '2026-11-06T23:00:00Z')
    expect(told).toMatchObject({ isByDay: true, hasFirst: true, span: 2 * 86_400 })
    expect(told?.reports.map(({ title, delay }) => [title, delay / 86_400])).toEqual([
      ['Lead', 0],
      ['Piece 1', 1],
      ['Piece 0', 2],
    ])
    expect(toDelay(86_400, { isByDay: true })).toEqual({ unit: 'day', value: 1 })
  })

  test('nobody is called the first of a day', () => {
    expect(days('2026-11-05T08:00:00Z', '2026-11-05')).toMatchObject({ hasFirst: false, span: 0 })
    expect(days('2026-11-05T08:00:00Z', '2026-11-05T09:00:00Z')).toMatchObject({ hasFirst: true })
  })
})
