import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestSpelling, editDistance } from './spelling'

describe('two words are', () => {
  test.each([
    ['climate', 'climate', 0],
    ['climate', 'climte', 1],
    ['climate', 'climaate', 1],
    ['climate', 'clinate', 1],
    ['climate', 'cilmate', 1],
    ['climate', 'cimlate', 2],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['東京都', '京東都', 1],
  ])('%s and %s: %i edits apart', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance)
    expect(editDistance(b, a, 5)).toBe(distance)
  })

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀'), maxLength: 8 })

  test('as far apart as a limit lets see', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, limit) => {
        const distance = editDistance(a, b, 99)
        expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1))
        expect(distance === 0).toBe(a === b)
      }),
    )
  })

  test('one edit apart after one edit', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', ''), (a, pick, put) => {
        const letters = [...a]
        const at = pick % (letters.length + 1)
        const edited = [...letters.slice(0, at), put, ...letters.slice(at + 1)].join('')
        expect(editDistance(a, edited, 3)).toBe(a === edited ? 0 : 1)
      }),
    )
  })
})

describe('did you mean', () => {
  const known = [
    { word: 'climate', count: 900 },
    { word: 'climates', count: 3 },
    { word: 'primate', count: 5000 },
    { word: 'wind', count: 70 },
    { word: 'wing', count: 80 },
    { word: 'solar', count: 50 },
  ]

  test.each([
    ['climaet', 'climate'],
    ['climatee', 'climate'],
    ['clmte', null],
    ['klimat', 'climate'],
    ['winf', 'wing'],
    ['sloar', 'solar'],
    ['slaor', null],
    ['electricity', null],
  ])('%s: %s', (word, expected) => {
    expect(bestSpelling(word, known)).toBe(expected)
    expect(bestSpelling(word, known.toReversed())).toBe(expected)
  })
})
