import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor'
import { DEFAULT_FILTER, normaliseFilter, onlyTopic, withSort, withTopic } from './feed-filter'

const heat = withSort(onlyTopic(DEFAULT_FILTER, 'climate'), 'heat')
const position = fc.record({
  key: fc.maxSafeInteger(),
  id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  since: fc.option(fc.integer({ min: 0, max: 2 ** 33 })),
})

describe('a cursor', () => {
  test('leads back to the very position it was made for, unescaped in a URL', () => {
    fc.assert(
      fc.property(position, (position) => {
        const cursor = encodeCursor(position, heat)
        expect(decodeCursor(cursor, heat)).toEqual({ ok: true, position })
        expect(encodeURIComponent(cursor)).toBe(cursor)
      }),
    )
  })

  test('of another feed, search, sort or window is refused in plain words', () => {
    fc.assert(
      fc.property(position, (position) => {
        const cursor = encodeCursor(position, heat)
        const others = [
          DEFAULT_FILTER,
          withSort(heat, 'quality'),
          withSort(heat, 'heat', 'day'),
          withTopic(heat, 'climate', 'not'),
          withTopic(heat, 'energy', 'and'),
          normaliseFilter({ ...heat, q: 'wind' }),
        ]
        for (const other of others) {
          const decoded = decodeCursor(cursor, other)
          expect(decoded.ok ? '' : decoded.problem.expected).toContain('belongs to another')
        }
      }),
    )
  })

  test('of an order that has been changed says so', () => {
    const cursor = encodeCursor({ key: 1, id: 2, since: null }, heat, 'old')
    const decoded = decodeCursor(cursor, heat, 'new')
    expect(decoded.ok ? '' : decoded.problem.expected).toContain('ranking has changed')
  })

  test('that is made up is refused, whatever it is', () => {
    const valid = encodeCursor({ key: 35, id: 7, since: 1 }, heat).split('.')
    const madeUp = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.nat(4), fc.string()).map(([part, text]) => valid.with(part, text).join('.')),
    )
    fc.assert(
      fc.property(madeUp, (text) => {
        const decoded = decodeCursor(text, heat)
        if (decoded.ok) expect(encodeCursor(decoded.position, heat)).toBe(text)
        else expect(decoded.problem.found).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })
})
