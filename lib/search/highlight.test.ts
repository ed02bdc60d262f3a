import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findHighlights } from './highlight'
import { parseSearchQuery } from './search-query'

/** The text with what is found in brackets. */
function mark(text: string, query: string): string {
  let marked = ''
  let at = 0
  for (const [start, end] of findHighlights(text, parseSearchQuery(query))) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return marked + text.slice(at)
}

describe('a reader sees why a story was found', () => {
  test.each([
    ['wind', 'Wind power: the wind', '[Wind] power: the [wind]'],
    ['uber', 'Über alles', '[Über] alles'],
    ['clim*', 'Climate and climbing', '[Climate] and [climbing]'],
    ['"wind power"', 'Wind, power and wind', '[Wind, power] and wind'],
    ['"wind power"', 'Power from wind', 'Power from wind'],
    ['"wind pow*"', 'A wind powered ship', 'A [wind powered] ship'],
    ['wind power', 'Wind power', '[Wind] [power]'],
    ['wind OR sun', 'Sun or wind', '[Sun] or [wind]'],
    ['wind -sun', 'Sun or wind', 'Sun or [wind]'],
    ['topic:wind heat:>5', 'Wind heat 5', 'Wind heat 5'],
    ['avion biden', 'L’avion and Biden’s', 'L’[avion] and [Biden’s]'],
    ['US', 'U.S. economy', '[U.S]. economy'],
    ['東京都', '東京都の東京', '[東京都]の東京'],
    ['東京', '東京都の東京', '[東京]都の[東京]'],
    ['京', '東京都', '東[京]都'],
    ['都', '東京都', '東京[都]'],
    ['wind', '<b>wind</b>', '<b>[wind]</b>'],
    ['antiwar', 'An anti-war and Anti war rally', 'An [anti-war] and [Anti war] rally'],
    ['anti-war', 'An antiwar rally', 'An [antiwar] rally'],
    ['covid 19', 'COVID19 and COVID-19', '[COVID19] and [COVID]-[19]'],
    ['"covid 19"', 'COVID19 and COVID-19', '[COVID19] and [COVID-19]'],
    ['R&D C++', 'R & D, r&d’s C and C++', '[R & D], [r&d’s] C and [C++]'],
    ['ankara', 'Ankara’da', '[Ankara’da]'],
    ['احمد 2026', 'أَحْمَد ٢٠٢٦', '[أَحْمَد] [٢٠٢٦]'],
    ['a', '', ''],
  ])('%s in %s', (query, text, marked) => {
    expect(mark(text, query)).toBe(marked)
  })
})

/** Offsets at which no grapheme is split. */
function boundaries(text: string): number[] {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  return [...[...graphemes].map(({ index }) => index), text.length]
}

describe('in any text', () => {
  const unit = fc.constantFrom(
    ...'ab é東京都\u0301😀"*-OR½’.\u200d\ufe0f\u200c1&+#',
    'ゟ',
    'می',
    'Anti-',
    'da',
  )
  const text = fc.string({ unit, maxLength: 30 })

  test('highlights are parts of it, in order, apart, and never split a character', () => {
    fc.assert(
      fc.property(text, text, (any, query) => {
        let before = -1
        for (const [start, end] of findHighlights(any, parseSearchQuery(query))) {
          expect(start).toBeGreaterThan(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(any.length)
          expect(boundaries(any)).toEqual(expect.arrayContaining([start, end]))
          before = end
        }
        expect(mark(any, query).replace(/[[\]]/g, '')).toBe(any)
      }),
    )
  })

  test('any part of a script without spaces is found, and no more than that part', () => {
    const run = fc.string({ unit: fc.constantFrom(...'東京都データ한국'), minLength: 1 })
    fc.assert(
      fc.property(run, fc.nat(), fc.integer({ min: 1, max: 8 }), (all, pick, length) => {
        const start = pick % all.length
        const part = all.slice(start, start + length)
        const found = findHighlights(all, parseSearchQuery(part))
        expect(found.some(([from, to]) => from <= start && to >= start + part.length)).toBe(true)
        for (const [from, to] of found) expect(all.slice(from, to)).toContain(part)
      }),
    )
  })

  test('each of its words is highlighted when it is searched for', () => {
    const word = fc.stringMatching(/^[a-zé東京]{1,5}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), (some, pick) => {
        const wanted = some[pick % some.length] ?? ''
        const found = findHighlights(some.join(' '), parseSearchQuery(wanted))
        expect(found.length).toBeGreaterThan(0)
      }),
    )
  })
})
