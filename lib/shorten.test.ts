import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten } from './shorten'

describe('a shortened excerpt', () => {
  it('ends between words', () => {
    expect(shorten('The quick brown fox jumps', 18)).toBe('The quick brown…')
  })

  it('is the text itself where that is short enough', () => {
    expect(shorten('Short', 5)).toBe('Short')
  })

  it('is cut anywhere in a script without spaces', () => {
    expect(shorten('東京の研究者たちは新しい電池を', 8)).toBe('東京の研究者た…')
  })

  it('is never longer than asked for, and never splits a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 50 }),
        (text, length) => {
          const short = shorten(text, length)
          expect([...short].length).toBeLessThanOrEqual(length)
          expect(short.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
