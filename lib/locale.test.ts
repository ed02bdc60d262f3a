import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, directionOf, localePath, splitLocale } from './locale'

describe('an address in a language', () => {
  test.each([
    ['en', '/', '/'],
    ['en', '/topics/a?sort=heat', '/topics/a?sort=heat'],
    ['de', '/', '/de'],
    ['de', '/?sort=latest', '/de?sort=latest'],
    ['de', '/#content', '/de#content'],
    ['ar', '/topics/a', '/ar/topics/a'],
    ['ar', '/search?q=a#b', '/ar/search?q=a#b'],
  ] as const)('in %s, %s is %s', (locale, path, address) => {
    expect(localePath(locale, path)).toBe(address)
  })

  test.each([
    ['/', 'en', '/'],
    ['/de', 'de', '/'],
    ['/de?sort=latest', 'de', '/?sort=latest'],
    ['/ar/topics/a', 'ar', '/topics/a'],
    ['/en/topics', 'en', '/topics'],
    ['/debate', 'en', '/debate'],
    ['/articles/de', 'en', '/articles/de'],
  ])('%s is in %s, of the page %s', (address, locale, path) => {
    expect(splitLocale(address)).toEqual({ locale, path })
  })

  test('a page is the same, whichever languages it is led through', () => {
    const segment = fc.stringMatching(/^[a-z0-9-]{1,9}$/).filter((name) => name.length > 2)
    const path = fc
      .tuple(fc.array(segment), fc.option(segment))
      .map(([segments, query]) => `/${segments.join('/')}${query === null ? '' : `?q=${query}`}`)
    fc.assert(
      fc.property(path, fc.constantFrom(...LOCALES), (page, locale) => {
        expect(splitLocale(localePath(locale, page))).toEqual({ locale, path: page })
      }),
    )
  })
})

test('Arabic is written from right to left', () => {
  expect(LOCALES.map(directionOf)).toEqual(['ltr', 'ltr', 'rtl'])
})
