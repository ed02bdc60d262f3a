import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atMost } from './at-most'

const kept = new Set<string>()

beforeEach(() => {
  kept.clear()
  // As it is bundled: else serwist tells of each step.
  vi.stubEnv('NODE_ENV', 'production')
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('location', new URL('https://paper.example'))
  const cache = { delete: async (url: string) => kept.delete(url) }
  vi.stubGlobal('self', { caches: { open: async () => cache } })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** Keeps an answer, as the strategies do, and tells the plugin, a second later each. */
function keepIn(cacheName: string, plugin: ReturnType<typeof atMost>) {
  return async (path: string) => {
    const url = `https://paper.example${path}`
    kept.add(url)
    vi.advanceTimersByTime(1_000)
    await plugin.cacheDidUpdate?.({ cacheName, request: new Request(url) } as never)
  }
}

const paths = () => [...kept].map((url) => new URL(url).pathname)

test('those stay that were fetched last, once it has been looked again', async () => {
  const keep = keepIn('some', atMost('some', 2, 30))
  for (const path of ['/a', '/b', '/c', '/a']) await keep(path)
  expect(paths().sort()).toEqual(['/a', '/b', '/c'])
  vi.advanceTimersByTime(10_000)
  await keep('/d')
  expect(paths().sort()).toEqual(['/a', '/d'])
})

test('what was not fetched again for so long is let go, however few there are', async () => {
  const keep = keepIn('some', atMost('some', 10, 30))
  await keep('/old')
  vi.advanceTimersByTime(31 * 24 * 60 * 60 * 1_000)
  await keep('/new')
  expect(paths()).toEqual(['/new'])
})
