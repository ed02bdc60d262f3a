import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHidden, withHidden } from './hidden-before-paint'

const id = fc.stringMatching(/^[0-9a-z]{10}$/)

describe('the ids that are hidden before a page is painted', () => {
  test('what was hidden last comes first, and what is shown again is gone', () => {
    const two = withHidden(withHidden(null, ['aaaaaaaaaa'], true), ['bbbbbbbbbb'], true)
    expect(parseHidden(two)).toEqual(['bbbbbbbbbb', 'aaaaaaaaaa'])
    expect(parseHidden(withHidden(two, ['aaaaaaaaaa'], true))).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb'])
    expect(parseHidden(withHidden(two, ['bbbbbbbbbb'], false))).toEqual(['aaaaaaaaaa'])
  })

  test('only so many are kept, the newest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 301, maxLength: 320 }), (ids) => {
        const stored = ids.reduce((before, one) => withHidden(before, [one], true), '')
        expect(parseHidden(stored)).toEqual(ids.toReversed().slice(0, 300))
      }),
      { numRuns: 5 },
    )
  })

  test('whatever is stored, nothing but ids comes out of it', () => {
    fc.assert(
      fc.property(fc.string(), (stored) => {
        for (const one of parseHidden(stored)) expect(one).toMatch(/^[0-9a-z]{10}$/)
      }),
    )
    expect(parseHidden('"]{}body{display:none}')).toEqual([])
  })
})
