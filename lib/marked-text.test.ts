import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextRanges } from './article'
import { fromFirstMatch, shortenMarked, type MarkedText } from './marked-text'

/** Texts whose marks stand where the letter x does. */
const marked = fc
  .array(fc.oneof(fc.constantFrom('x', ' ', 'word ', '😀', '風力'), fc.string()), {
    maxLength: 120,
  })
  .map((parts) => markX(parts.join('')))

function markX(text: string): MarkedText {
  const marks: TextRanges = [...text.matchAll(/x+/g)].map(({ index, 0: found }) => [
    index,
    index + found.length,
  ])
  return { text, marks }
}

describe('an excerpt of which only the beginning is shown', () => {
  test('begins near the first match, wherever that is, and keeps its marks on the same letters', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 2, max: 200 }), (whole, length) => {
        const shown = fromFirstMatch(whole)
        expect(shown.marks).toEqual(markX(shown.text).marks)
        expect(shown.marks).toHaveLength(whole.marks.length)
        expect(shown.marks[0]?.[0] ?? 0).toBeLessThanOrEqual(90)
        expect(fromFirstMatch(shown)).toEqual(shown)
        const cut = shortenMarked(shown, length)
        expect([...cut.text].length).toBeLessThanOrEqual(Math.max(length, 1))
        expect(cut.marks).toEqual(markX(cut.text).marks)
      }),
    )
  })

  test('is left alone where the match is seen anyway', () => {
    const whole = markX('Here x stands')
    expect(fromFirstMatch(whole)).toEqual(whole)
  })

  test('begins with a whole word', () => {
    const { text } = fromFirstMatch(markX(`${'something '.repeat(20)}x`))
    expect(text).toBe(`… ${'something '.repeat(4)}x`)
  })

  test('never begins within a character', () => {
    for (const before of [120, 121]) {
      const { text } = fromFirstMatch(markX(`${'a'.repeat(before % 2)}${'😀'.repeat(100)}x`))
      expect(text.isWellFormed()).toBe(true)
    }
  })
})
