import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolate } from './isolate'
import { LOCALES } from './locale'

test('text that cannot be reordered stays as it is', () => {
  expect(isolate('The ferry crew wins!', 'en')).toBe('The ferry crew wins!')
  expect(isolate('Größe: 5G (C++)', 'de')).toBe('Größe: 5G (C++)')
  expect(isolate('', 'ar')).toBe('')
})

test('text of another direction stands between isolates', () => {
  expect(isolate('فاز!', 'en')).toBe('\u2068فاز!\u2069')
  expect(isolate('נצחון!', 'de')).toBe('\u2068נצחון!\u2069')
  expect(isolate('C++', 'ar')).toBe('\u2068C++\u2069')
  expect(isolate('9 11', 'ar')).toBe('\u20689 11\u2069')
})

test.each([
  ['closes the isolate around it', 'فاز\u2069!', '\u2068فاز!\u2069'],
  ['leaves one open', '\u2067فاز', '\u2068\u2067فاز\u2069\u2069'],
  ['has one of its own', 'a \u2067فاز\u2069 b', '\u2068a \u2067فاز\u2069 b\u2069'],
  ['ends its paragraph', 'فاز\u2029فاز\r\nفاز', '\u2068فاز فاز فاز\u2069'],
])('a text that %s does so no more', (_what, text, isolated) => {
  expect(isolate(text, 'en')).toBe(isolated)
})

describe('whatever the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'ف', '!', ' ', '\u2067', '\u2069', '\u202e'),
  })

  test('what is opened is closed, and nothing else is', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LOCALES), (foreign, locale) => {
        let open = 0
        for (const character of isolate(foreign, locale)) {
          if (/[\u2066-\u2068]/.test(character)) open += 1
          if (character === '\u2069') open -= 1
          expect(open).toBeGreaterThanOrEqual(0)
        }
        expect(open).toBe(0)
      }),
    )
  })

  test('all that is read stays', () => {
    const read = (value: string) => value.replace(/[\u2066-\u2069]/g, '')
    fc.assert(fc.property(text, (foreign) => read(isolate(foreign, 'ar')) === read(foreign)))
  })
})
