import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { FEED_PARAMETERS } from '@/lib/feed-url'
import { LOCALES } from '@/lib/locale'
import { config, route } from './proxy'

/** Where a request ends: `308 <address>` for another address, else the internal path. */
function follow(path: string): string {
  const response = route(new NextRequest(`http://localhost${path}`))
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
  ])('%s, by which links with a query come, leads to %s on this site', (way, address) => {
    expect(follow(way)).toBe(`308 ${address}`)
  })

  test.each([
    '/articles/a%20b',
    '/de/days/2021-02-14',
    '/api/articles/A%20b',
    '/pictures/Az.svg',
    '/Proof-A.html',
  ])('%s, which is no feed, is left to its page', (address) =>
    expect(follow(address)).toBe('as it is'),
  )

  test('an internal path that stands for no feed is left to its page to refuse', () => {
    expect(follow('/feed/-')).toBe('as it is')
    expect(follow('/feed/sort%3Dtop')).toBe('as it is')
  })
})

describe('an address spelled in another way leads to the canonical one', () => {
  test.each([
    ['/topics/Climate', '/topics/climate'],
    ['/topics/Climate?sort=latest', '/topics/climate?sort=latest'],
    ['/topics/Climate?utm_source=x', '/topics/climate?utm_source=x'],
    ['/de/Topics/Climate', '/de/topics/climate'],
    ['/DE', '/de'],
    ['/DE?Sort=latest', '/de?Sort=latest'],
    ['/DE?any=b,a', '/de?any=a,b'],
    ['/AR/topics', '/ar/topics'],
    ['/EN/topics', '/topics'],
    ['/en', '/'],
    ['/en?utm_source=x', '/?utm_source=x'],
    ['/en?sort=latest', '/?sort=latest'],
    ['/en/topics/Climate', '/topics/climate'],
    ['/en/feed/sort%3Dlatest', '/?sort=latest'],
    ['/Topics', '/topics'],
    ['/SEARCH?q=Wind', '/search?q=Wind'],
    ['/Settings', '/settings'],
    ['/Articles/Ferry-0123456789', '/articles/ferry-0123456789'],
    ['/topics/%63limate', '/topics/climate'],
    ['/topics/caf%C3%89', '/topics/caf%C3%A9'],
    ['/days/2021%2D02-14', '/days/2021-02-14'],
    ['/%64e/topics', '/de/topics'],
  ])('%s leads to %s', (address, canonical) => {
    expect(follow(address)).toBe(`308 ${canonical}`)
    expect(follow(canonical)).not.toMatch(/^308/)
  })
})

/** Values that are hard to write into an address. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).map((value) => value.toWellFormed()),
  fc.constantFrom(
    '',
    '<script>hit</script>',
    'a/b',
    'a,b',
    'b,a',
    'A',
    '+',
    '%',
    '..',
    '//x',
    '\t/x',
  ),
  fc.constantFrom('latest', 'heat', 'top', 'week', 'all', '1.2.3', 'climate', 'İ', 'ΑΣ', '\\\\x'),
)
/** One value in one of the ways to write it. */
const written = fc
  .tuple(text, fc.constantFrom('escaped', 'form', 'raw'))
  .map(([value, way]) =>
    way === 'escaped'
      ? encodeURIComponent(value)
      : way === 'form'
        ? new URLSearchParams([['', value]]).toString().slice(1)
        : value.replace(/[#?&]/g, ''),
  )
const name = fc.constantFrom(...FEED_PARAMETERS, 'Q', 'utm_source', 'x/y', '')
const query = fc
  .array(fc.tuple(name, written), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
const paths = fc.oneof(
  fc.constantFrom('/', '/de', '/topics', '/ar/topics', '/search', '/de/search', '/topics/a'),
  fc.constantFrom(
    '/DE',
    '/Topics/A',
    '/settings',
    '/days/2021-02-14',
    '/articles/-',
    '/%64e/%53earch',
  ),
  fc
    .tuple(fc.constantFrom('/topics', '/via', '/feed', '/de/feed', '/found', '/AR', '/'), written)
    .map((parts) => parts.join('/')),
)
const addresses = fc.tuple(paths, query).map((parts) => parts.join('?'))

/** Where a reader ends who follows redirects, and after how many; Next passes on `%2F` and `%2C` either way. */
function arrive(address: string): { end: string; steps: number } {
  let [at, steps] = [address, 0]
  for (let next = follow(at); next.startsWith('308 ') && steps < 5; next = follow(at)) {
    at = next.slice('308 '.length)
    steps += 1
  }
  return { end: at, steps }
}

test('a canonical address is a fixed point, which two redirects reach from any address', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      const { end, steps } = arrive(address)
      expect(steps).toBeLessThanOrEqual(address.startsWith('/via/') ? 3 : 2)
      for (const [escaped, plain] of [
        ['%2F', '/'],
        ['%2C', ','],
      ] as const) {
        const [path = '', search = ''] = end.split('?')
        expect(follow(`${path}?${search.replaceAll(escaped, plain)}`)).not.toMatch(/^308/)
        expect(follow(`${path}?${search.replaceAll(plain, escaped)}`)).not.toMatch(/^308/)
      }
    }),
  )
})

test('a cursor that no feed gave is not found, and leads nowhere', () => {
  expect(follow('/?cursor=%3Cscript%3Ehit%3C/script%3E')).toBe('/nowhere')
  expect(follow('/?cursor=%3Cscript%3Ehit%3C%2Fscript%3E')).toBe('/nowhere')
})

describe('no address leads to another host', () => {
  const tricks = [
    ...[
      '//evil.example',
      '/\t/evil.example',
      '\\\\evil.example',
      '/\\evil.example',
      '/.//evil.example',
    ],
    ...[
      'https://evil.example',
      'https:evil.example',
      'HTTPS:\\\\evil.example',
      'javascript:alert(1)',
    ],
    ...[
      '/../..//evil.example',
      '\n//evil.example',
      ' //evil.example',
      '//me@evil.example/',
      '/%09/evil.example',
    ],
    ...[
      '//localhost@evil.example',
      '///evil.example',
      '/%2F/evil.example',
      '/x/..//evil.example',
      '\0//evil.example',
    ],
    ...[
      '/via/%2F%2Fevil.example',
      'http://localhost//evil.example',
      '/\u3000/evil.example',
      '/.\t//evil.example',
    ],
  ]

  /** Answers with a path of this site, which no browser reads as a host. */
  function expectOnSite(address: string) {
    const response = route(new NextRequest(new URL(address, 'http://localhost')))
    const location = response.headers.get('location')
    if (location === null) return
    expect(location).toMatch(/^http:\/\/localhost\/(?:[!-.0-[\]-~][!-~]*)?$/)
  }

  test.each(tricks)('by way of %j', (trick) => {
    for (const way of [
      trick,
      encodeURIComponent(trick),
      encodeURIComponent(encodeURIComponent(trick)),
    ]) {
      const segment = way.replace(/^[/\\]+/, encodeURIComponent)
      for (const folder of [
        '/via/',
        '/VIA/',
        '/de/via/',
        '/topics/',
        '/de/',
        '/EN/',
        '/Feed/',
        '/feed/',
      ]) {
        if (URL.canParse(folder + segment, 'http://localhost')) expectOnSite(folder + segment)
      }
    }
  })

  test('whatever it holds', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...tricks,
        '/',
        '\\',
        '\t',
        '%2f',
        '%5C',
        '%09',
        '.',
        '@',
        ':',
        'evil.example',
        'A',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    const folder = fc.constantFrom(
      '/via/',
      '/VIA/',
      '/topics/',
      '/DE/',
      '/en/',
      '/',
      '/?cursor=',
      '/search?q=',
    )
    const target = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('').toWellFormed())
    fc.assert(
      fc.property(folder, target, fc.boolean(), (start, text, isEscaped) => {
        const address = start + (isEscaped ? encodeURIComponent(text) : text)
        const url = URL.parse(address, 'http://localhost')
        if (url?.origin === 'http://localhost') expectOnSite(url.href)
      }),
    )
  })
})

test('Next is told of every language, where it reads without running code', async () => {
  const [, ...prefixed] = LOCALES
  const sources = config.matcher.map((entry) => (typeof entry === 'string' ? entry : entry.source))
  const pages = sources.filter((path) => /feed|topics/.test(path))
  expect(pages).not.toHaveLength(0)
  for (const source of pages) {
    expect(source).toContain(`(${prefixed.join('|')})?`)
  }
  expect(await readFile('next.config.js', 'utf8')).toContain(`(?:${LOCALES.join('|')})(?:/|$)`)
})
