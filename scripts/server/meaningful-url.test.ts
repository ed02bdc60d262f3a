import { expect, test } from 'vitest'
import { FEED_PARAMETERS } from '@/lib/feed-url'
import { LOCALES } from '@/lib/locale'
import { meaningfulUrl, PAGE_PARAMETERS } from './meaningful-url.mjs'

test.each([
  ['/?utm_source=mail', '/'],
  ['/?', '/'],
  ['/de?fbclid=x&sort=latest&ref=y', '/de?sort=latest'],
  ['/topics/climate?none=b&utm_campaign=x', '/topics/climate?none=b'],
  ['/search?q=a%20b+c&q=d&x', '/search?q=a%20b+c&q=d'],
  ['/?any=b,a&any=%2C', '/?any=b,a&any=%2C'],
  ['/articles/x-0000000000?any=a&q=b', '/articles/x-0000000000'],
  ['/ar/days/2021-02-14?cursor=1', '/ar/days/2021-02-14'],
  ['/de/saved?sort=top', '/de/saved'],
  ['/sw.js?q=1', '/sw.js'],
  ['/pictures/a.svg?1', '/pictures/a.svg'],
])('%s is the page %s', (address, page) => expect(meaningfulUrl(address, false)).toBe(page))

test('routes that read their own parameters get them all', () => {
  for (const url of ['/api/articles?x=1&limit=2', '/api?x', '/_next/static/a.js?dpl=1']) {
    expect(meaningfulUrl(url, false)).toBe(url)
  }
})

test('the router of a browser sends its checksum along, and nobody else', () => {
  expect(meaningfulUrl('/topics?_rsc=abc&x=y', true)).toBe('/topics?_rsc=abc')
  expect(meaningfulUrl('/topics?_rsc=abc&x=y', false)).toBe('/topics')
})

test('no parameter that pages depend on is lost, in no language', () => {
  expect(PAGE_PARAMETERS).toEqual([...FEED_PARAMETERS])
  for (const locale of LOCALES) {
    expect(meaningfulUrl(`/${locale}/articles/x?q=a`, false)).toBe(`/${locale}/articles/x`)
  }
})
