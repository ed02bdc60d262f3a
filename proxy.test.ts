import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { config, proxy } from './proxy'

/** Where a request ends: `308 <address>` for another address, else the internal path. */
function follow(path: string): string {
  const response = proxy(new NextRequest(new URL(path, 'http://localhost')))
  const location = response.headers.get('location')?.replace('http://localhost', '')
  if (location) return `${response.status} ${location}`
  return response.headers.get('x-middleware-rewrite')?.replace('http://localhost', '') ?? 'as it is'
}

describe('an address with feed parameters', () => {
  test.each([
    ['/?sort=latest', '/en/feed/sort%3Dlatest'],
    ['/?any=a,b', '/en/feed/any%3Da%2Cb'],
    ['/?any=a%2Cb', '/en/feed/any%3Da%2Cb'],
    ['/topics/a?sort=heat&window=all', '/en/feed/all%3Da%26sort%3Dheat%26window%3Dall'],
    ['/topics/caf%C3%A9?none=b', '/en/feed/all%3Dcaf%25C3%25A9%26none%3Db'],
    ['/?sort=latest&cursor=1.2.3', '/en/feed/sort%3Dlatest%26cursor%3D1.2.3'],
    ['/?sort=latest&utm_source=mail', '/en/feed/sort%3Dlatest'],
    ['/topics?all=a,b', '/en/pick/all%3Da%2Cb'],
    ['/search?q=wind', '/en/found/q%3Dwind'],
    [
      '/search?q=wind+power&sort=latest&cursor=1.2.3',
      '/en/found/q%3Dwind%2Bpower%26sort%3Dlatest%26cursor%3D1.2.3',
    ],
    ['/search?q=a%2Cb%26c%3D%22d%22', '/en/found/q%3Da%252Cb%2526c%253D%2522d%2522'],
    ['/search?q=a&none=b,c', '/en/found/q%3Da%26none%3Db%2Cc'],
  ])('%s is a static page of its own', (address, page) => expect(follow(address)).toBe(page))

  test.each([
    ['/?any=b,a', '/?any=a,b'],
    ['/?any=a', '/topics/a'],
    ['/?all=a&sort=top', '/topics/a'],
    ['/topics/a?all=b', '/?all=a,b'],
    ['/?none=b&none=a&any=', '/?none=a,b'],
    ['/?sort=heat&none=a', '/?none=a&sort=heat'],
    ['/?sort=heat&window=week', '/?sort=heat'],
    ['/topics?any=a', '/topics?all=a'],
    ['/feed/sort%3Dlatest', '/?sort=latest'],
    ['/feed/all%3Da', '/topics/a'],
    ['/pick/all%3Da', '/topics?all=a'],
    ['/search?q=%20wind%20%20power', '/search?q=wind+power'],
    ['/search?q=wind&q=power', '/search?q=wind+power'],
    ['/search?sort=latest&q=caf%C3%A9', '/search?q=caf%C3%A9&sort=latest'],
    ['/search?q=wind&sort=relevance', '/search?q=wind'],
    ['/search?q=', '/search'],
    ['/search?q=%20&sort=latest', '/search'],
    ['/?q=wind', '/search?q=wind'],
    ['/topics/a?q=wind', '/search?q=wind&all=a'],
    ['/topics?q=wind&all=a', '/topics?all=a'],
    ['/found/q%3Dwind', '/search?q=wind'],
    ['/feed/q%3Dwind', '/search?q=wind'],
    ['/found/sort%3Dlatest', '/search'],
  ])('%s leads to the canonical %s, which leads nowhere else', (address, canonical) => {
    expect(follow(address)).toBe(`308 ${canonical}`)
    if (canonical.includes('?')) expect(follow(canonical)).not.toMatch(/^308/)
  })

  test.each([
    ['/de?sort=latest', '/de/feed/sort%3Dlatest'],
    ['/de/topics/a?sort=heat&window=all', '/de/feed/all%3Da%26sort%3Dheat%26window%3Dall'],
    ['/ar/topics?all=a,b', '/ar/pick/all%3Da%2Cb'],
    ['/ar/search?q=wind', '/ar/found/q%3Dwind'],
    ['/de?any=b,a', '308 /de?any=a,b'],
    ['/de?any=a', '308 /de/topics/a'],
    ['/ar/search?q=', '308 /ar/search'],
    ['/ar/topics/a?q=wind', '308 /ar/search?q=wind&all=a'],
    ['/de/feed/sort%3Dlatest', '308 /de?sort=latest'],
  ])('%s stays in its language: %s', (address, end) => expect(follow(address)).toBe(end))

  test('whatever is searched for is found under one address, which leads nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sent = `/search?q=${encodeURIComponent(text.toWellFormed())}`
        const address = follow(sent).replace(/^308 /, '')
        if (address === '/search' || address.startsWith('/en/found/')) return
        const page = follow(address)
        expect(page).toMatch(/^\/en\/found\/q%3D/)
        expect(follow(page.slice('/en'.length))).toBe(`308 ${address}`)
      }),
    )
  })

  test.each([
    '/?sort=hot',
    '/?any=a/b',
    '/topics/a?none=a',
    '/?sort=top&sort=heat',
    '/topics/%FF',
    '/days/%FF',
  ])('%s, which nobody can read, is not found', (address) =>
    expect(follow(address)).toBe('/nowhere'),
  )

  test.each([
    ['/via/%2F%3Fsort%3Dlatest', '/?sort=latest'],
    ['/via/%2Fde%3Fsort%3Dlatest', '/de?sort=latest'],
    ['/via/%2Ftopics%2Fa%3Fnone%3Db%2Cc', '/topics/a?none=b,c'],
    ['/via/%2Fsearch%3Fq%3Da%252C%2Bb', '/search?q=a%2C+b'],
    ['/via/%2F%2Fother.example%2Fx', '/other.example/x'],
    ['/via/%5C%5Cother.example%2Fx', '/other.example/x'],
    ['/via/https%3A%2F%2Fother.example', '/https://other.example'],
  ])('%s, by which links with a query come, leads to %s on this site', (way, address) => {
    expect(follow(way)).toBe(`308 ${address}`)
  })

  test.each(['/articles/a%20b', '/de/days/2021%2D02-14', '/api/articles/a%20b'])(
    '%s, which is no feed, is left to its page',
    (address) => expect(follow(address)).toBe('as it is'),
  )

  test('an internal path that stands for no feed is left to its page to refuse', () => {
    expect(follow('/feed/-')).toBe('as it is')
    expect(follow('/feed/sort%3Dtop')).toBe('as it is')
  })
})

test('Next is told of every language, where it reads without running code', async () => {
  const [, ...prefixed] = LOCALES
  const sources = config.matcher.map((entry) => (typeof entry === 'string' ? entry : entry.source))
  for (const source of sources.filter((path) => !path.startsWith('/via'))) {
    expect(source).toContain(`(${prefixed.join('|')})?`)
  }
  expect(await readFile('next.config.js', 'utf8')).toContain(`(?:${LOCALES.join('|')})(?:/|$)`)
})
