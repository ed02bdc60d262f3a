import fc from 'fast-check'
import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { proxy } from './proxy'

/** Where a request ends: `308 <address>` for another address, else the internal path. */
function follow(path: string): string {
  const response = proxy(new NextRequest(new URL(path, 'http://localhost')))
  const location = response.headers.get('location')?.replace('http://localhost', '')
  if (location) return `${response.status} ${location}`
  return response.headers.get('x-middleware-rewrite')?.replace('http://localhost', '') ?? 'as it is'
}

describe('an address with feed parameters', () => {
  test.each([
    ['/?sort=latest', '/feed/sort%3Dlatest'],
    ['/?any=a,b', '/feed/any%3Da%2Cb'],
    ['/?any=a%2Cb', '/feed/any%3Da%2Cb'],
    ['/topics/a?sort=heat&window=all', '/feed/all%3Da%26sort%3Dheat%26window%3Dall'],
    ['/topics/caf%C3%A9?none=b', '/feed/all%3Dcaf%25C3%25A9%26none%3Db'],
    ['/?sort=latest&cursor=1.2.3', '/feed/sort%3Dlatest%26cursor%3D1.2.3'],
    ['/?sort=latest&utm_source=mail', '/feed/sort%3Dlatest'],
    ['/topics?all=a,b', '/pick/all%3Da%2Cb'],
    ['/search?q=wind', '/found/q%3Dwind'],
    [
      '/search?q=wind+power&sort=latest&cursor=1.2.3',
      '/found/q%3Dwind%2Bpower%26sort%3Dlatest%26cursor%3D1.2.3',
    ],
    ['/search?q=a%2Cb%26c%3D%22d%22', '/found/q%3Da%252Cb%2526c%253D%2522d%2522'],
    ['/search?q=a&none=b,c', '/found/q%3Da%26none%3Db%2Cc'],
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

  test('whatever is searched for is found under one address, which leads nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sent = `/search?q=${encodeURIComponent(text.toWellFormed())}`
        const address = follow(sent).replace(/^308 /, '')
        if (address === '/search' || address.startsWith('/found/')) return
        const page = follow(address)
        expect(page).toMatch(/^\/found\/q%3D/)
        expect(follow(page)).toBe(`308 ${address}`)
      }),
    )
  })

  test.each(['/?sort=hot', '/?any=a/b', '/topics/a?none=a', '/?sort=top&sort=heat', '/topics/%FF'])(
    '%s, which nobody can read, is not found',
    (address) => expect(follow(address)).toBe('/nowhere'),
  )

  test.each([
    ['/via/%2F%3Fsort%3Dlatest', '/?sort=latest'],
    ['/via/%2Ftopics%2Fa%3Fnone%3Db%2Cc', '/topics/a?none=b,c'],
    ['/via/%2Fsearch%3Fq%3Da%252C%2Bb', '/search?q=a%2C+b'],
    ['/via/%2F%2Fother.example%2Fx', '/other.example/x'],
    ['/via/%5C%5Cother.example%2Fx', '/other.example/x'],
    ['/via/https%3A%2F%2Fother.example', '/https://other.example'],
  ])('%s, by which links with a query come, leads to %s on this site', (way, address) => {
    expect(follow(way)).toBe(`308 ${address}`)
  })

  test('an internal path that stands for no feed is left to its page to refuse', () => {
    expect(follow('/feed/-')).toBe('as it is')
    expect(follow('/feed/sort%3Dtop')).toBe('as it is')
  })
})
