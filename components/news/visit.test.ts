import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitAt } from './visit'

const minute = 60_000
const noon = Date.UTC(2026, 10, 23, 12)
const kept = (since: number | null, seen: number) => JSON.stringify({ since, seen })

test('the first visit has none before it', () => {
  expect(visitAt(null, noon)).toEqual({ since: null, seen: noon })
})

test('whoever goes on within half an hour is on the same visit', () => {
  const earlier = noon - 500 * minute
  expect(visitAt(kept(earlier, noon - 29 * minute), noon)).toEqual({ since: earlier, seen: noon })
})

test('whoever comes back later is on a new visit, since when they were last here', () => {
  const last = noon - 31 * minute
  expect(visitAt(kept(null, last), noon)).toEqual({ since: last, seen: noon })
})

test('a clock that was put back starts afresh', () => {
  expect(visitAt(kept(null, noon + minute), noon)).toEqual({ since: null, seen: noon })
})

test('whatever stands in the storage, the last visit was before this one', () => {
  const visit = fc.record({ since: fc.jsonValue(), seen: fc.oneof(fc.double(), fc.jsonValue()) })
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), visit.map(fc.stringify)), (stored) => {
      const { since, seen } = visitAt(stored, noon)
      expect(seen).toBe(noon)
      expect(since ?? 0).toBeLessThan(noon)
    }),
  )
})
