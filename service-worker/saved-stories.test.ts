import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepSaved } from './saved-stories'

const stored = new Map<string, Response>()
let isFull: boolean

beforeEach(() => {
  stored.clear()
  isFull = false
  const cache = {
    match: async (url: string) => stored.get(url)?.clone(),
    delete: async (url: string) => stored.delete(url),
    put: async (url: string, response: Response) => {
      if (isFull && !url.endsWith('.json')) throw new DOMException('no room', 'QuotaExceededError')
      stored.set(url, response)
    },
  }
  vi.stubGlobal('caches', { open: async () => cache })
  vi.stubGlobal('location', new URL('https://site.example'))
  vi.stubGlobal('navigator', { locks: { request: (_name: string, run: () => unknown) => run() } })
  const RealRequest = Request
  vi.stubGlobal(
    'Request',
    class extends RealRequest {
      constructor(url: string, init?: RequestInit) {
        super(new URL(url, 'https://site.example'), init)
      }
    },
  )
  vi.stubGlobal('fetch', async (request: Request | string) => {
    const url = typeof request === 'string' ? request : request.url
    if (url.includes('missing')) throw new TypeError('Failed to fetch')
    return new Response(url)
  })
})

afterEach(() => vi.unstubAllGlobals())

const story = (id: string, picture: string) => ({
  id,
  href: `/articles/${id}`,
  pictures: [picture],
})

test('a saved story is reported once its page, data and pictures are stored', async () => {
  expect(await keepSaved(story('a', '/pictures/a.svg'))).toBe(true)
  expect([...stored.keys()]).toEqual(
    expect.arrayContaining(['/articles/a', '/api/articles/a', '/pictures/a.svg']),
  )
})

test('a picture that does not arrive is left out', async () => {
  expect(await keepSaved(story('b', '/pictures/missing.svg'))).toBe(true)
  expect([...stored.keys()]).toContain('/articles/b')
})

test('a full device is reported', async () => {
  isFull = true
  expect(await keepSaved(story('c', '/pictures/c.svg'))).toBe(false)
})
