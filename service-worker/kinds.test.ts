import { describe, expect, test } from 'vitest'
import { dataKey, kindOf, type Asked } from './kinds'

const origin = 'https://paper.example'

function asked(path: string, more: Partial<Asked> = {}): Asked {
  const request = { method: 'GET', mode: 'cors', destination: '', cache: 'default' } as const
  return { ...request, headers: new Headers(), url: new URL(path, origin).href, ...more }
}

const rsc = (more: Record<string, string> = {}) => ({ headers: new Headers({ rsc: '1', ...more }) })

describe('what the worker takes care of', () => {
  test.each([
    ['a page', asked('/topics/ai?sort=latest', { mode: 'navigate' }), 'page'],
    ['what the router asks for', asked('/topics/ai?_rsc=1', rsc()), 'data'],
    ['more stories of a list', asked('/api/articles?cursor=a'), 'data'],
    ['one story', asked('/api/articles/abc'), 'data'],
    ['a script', asked('/_next/static/chunks/a.js'), 'file'],
    ['a font', asked('/fonts/a.woff2'), 'file'],
    ['a picture', asked('/pictures/a.svg', { destination: 'image' }), 'picture'],
    [
      "another host's picture",
      asked('https://other.example/a.jpg', { destination: 'image', mode: 'no-cors' }),
      'foreign-picture',
    ],
  ] as const)('%s', (_what, request, kind) => {
    expect(kindOf(request, origin)).toBe(kind)
  })
})

describe('a reload is answered from what is stored when the network fails', () => {
  const modes = ['default', 'no-cache', 'no-store', 'reload', 'force-cache'] as const
  test.each(modes)('with cache mode %s', (cache) => {
    expect(kindOf(asked('/de/topics/ai?sort=latest', { mode: 'navigate', cache }), origin)).toBe(
      'page',
    )
    expect(kindOf(asked('/saved', { mode: 'navigate', cache }), origin)).toBe('page')
    expect(kindOf(asked('/pictures/a.svg', { destination: 'image', cache }), origin)).toBe(
      'picture',
    )
    expect(kindOf(asked('/_next/static/chunks/a.js', { cache }), origin)).toBe('file')
  })
})

describe('what it never touches', () => {
  test.each([
    ['events', asked('/api/events')],
    ['the version', asked('/api/version')],
    ['suggestions', asked('/api/suggestions?q=a')],
    ['anything that changes something', asked('/', { method: 'POST', mode: 'navigate' })],
    ['a question past every cache', asked('/api/articles?limit=20', { cache: 'no-cache' })],
    ['the same, as a reload', asked('/api/articles?limit=20', { cache: 'reload' })],
    ['data of the router past every cache', asked('/?_rsc=1', { cache: 'no-store', ...rsc() })],
    [
      'a form that is sent again',
      asked('/', { method: 'POST', mode: 'navigate', cache: 'reload' }),
    ],
    ['part of a file', asked('/pictures/a.svg', { headers: new Headers({ range: 'bytes=0-' }) })],
    ['a page of another host', asked('https://other.example/', { mode: 'navigate' })],
    ['a page that is only prefetched', asked('/topics/ai', { mode: 'no-cors' })],
    ['what another host answers', asked('https://other.example/a.js')],
    ['the worker itself', asked('/sw.js')],
  ])('%s', (_what, request) => {
    expect(kindOf(request, origin)).toBeNull()
  })
})

describe("the address under which the router's data are kept", () => {
  test('is the same from whichever page they were asked for', () => {
    const one = asked('/topics/ai?_rsc=abc', rsc({ 'next-router-state-tree': 'one' }))
    const other = asked('/topics/ai?_rsc=xyz', rsc({ 'next-router-state-tree': 'other' }))
    expect(dataKey(one)).toBe(dataKey(other))
  })

  test('is another one for each part of a page, and for each page', () => {
    const requests = [
      asked('/topics/ai?_rsc=a', rsc()),
      asked('/topics/ai?_rsc=a', rsc({ 'next-router-prefetch': '1' })),
      asked('/topics/ai?_rsc=a', rsc({ 'next-router-segment-prefetch': '/_tree' })),
      asked('/topics/ai?sort=latest&_rsc=a', rsc()),
      asked('/topics/energy?_rsc=a', rsc()),
      asked('/topics/ai'),
    ]
    expect(new Set(requests.map(dataKey)).size).toBe(requests.length)
  })
})
