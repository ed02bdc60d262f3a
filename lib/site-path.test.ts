import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalSitePath } from './site-path'

test.each([
  ['/', '/'],
  ['/en', '/'],
  ['/DE/Topics', '/de/topics'],
  ['/topics/%63af%c3%89', '/topics/caf%C3%A9'],
  ['/topics/a,b', '/topics/a,b'],
  ['/topics/a%2Cb', '/topics/a%2Cb'],
  ['/pictures/Climate.svg', '/pictures/Climate.svg'],
  ['/api/articles/A', '/api/articles/A'],
  ['/topics/%FF', null],
  ['/topics/%zz', null],
])('%s is spelled %s', (path, canonical) => expect(canonicalSitePath(path)).toBe(canonical))

test('a canonical path is its own canonical path, whatever it holds', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '/',
      'en',
      'DE',
      'topics',
      '%41',
      '%2d',
      '%2F',
      '%2f',
      'İ',
      'ΑΣ',
      '%CE%A3',
      ',',
      '.',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }).map((text) => encodeURI(text.toWellFormed())),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const canonical = canonicalSitePath(`/${parts.join('')}`)
      if (canonical !== null) expect(canonicalSitePath(canonical)).toBe(canonical)
    }),
  )
})
