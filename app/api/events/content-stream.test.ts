import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contentStreams } from './content-stream'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server whose content is at a version, and the streams that it opens. */
function server(version: number | null, most = 10) {
  const listeners = new Set<(version: number) => void>()
  const open = contentStreams({
    announcedVersion: () => version,
    onContentAnnounced: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    most,
    heartbeat: 1_000,
  })
  const announce = (next: number) => {
    version = next
    for (const listener of listeners) listener(next)
  }
  return { open, announce, listeners }
}

/** Everything that has been sent on a stream since it was last read. */
function reader(stream: ReadableStream<Uint8Array> | null) {
  const from = stream?.getReader()
  const decoder = new TextDecoder()
  return {
    next: async () => decoder.decode((await from?.read())?.value),
    isOver: async () => (await from?.read())?.done,
    leave: () => from?.cancel(),
  }
}

test('a reader is told the version at once, and each one that follows', async () => {
  const { open, announce } = server(7)
  const { next } = reader(open(null))
  expect(await next()).toMatch(/^retry: \d+\n\n$/)
  expect(await next()).toBe('id: 7\nevent: content\ndata: 7\n\n')
  announce(8)
  expect(await next()).toBe('id: 8\nevent: content\ndata: 8\n\n')
})

test('who comes back hears only of what was missed', async () => {
  const { open, announce } = server(7)
  const same = reader(open('7'))
  const behind = reader(open('6'))
  await same.next()
  await behind.next()
  expect(await behind.next()).toContain('data: 7')
  announce(8)
  expect(await same.next()).toContain('data: 8')
})

test('a server that does not know its version yet tells it once it does', async () => {
  const { open, announce } = server(null)
  const { next } = reader(open(null))
  await next()
  announce(1)
  expect(await next()).toContain('data: 1')
})

test('a silent stream is kept open by comments', async () => {
  const { open } = server(1)
  const { next } = reader(open('1'))
  await next()
  vi.advanceTimersByTime(1_000)
  expect(await next()).toBe(':\n\n')
})

test('readers come back at times of their own', async () => {
  const { open } = server(1, 100)
  const times = await Promise.all(Array.from({ length: 50 }, () => reader(open('1')).next()))
  expect(new Set(times).size).toBeGreaterThan(10)
})

test('beyond the bound there is no stream until somebody leaves', async () => {
  const { open } = server(1, 2)
  const first = reader(open(null))
  expect(open(null)).not.toBeNull()
  expect(open(null)).toBeNull()
  await first.leave()
  expect(open(null)).not.toBeNull()
  expect(open(null)).toBeNull()
})

test('nothing is left of a reader who goes', async () => {
  const { open, announce, listeners } = server(1)
  const { leave } = reader(open(null))
  await leave()
  expect(listeners.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  announce(2)
})

test('a reader who takes nothing is let go', async () => {
  const { open, announce, listeners } = server(1, 1)
  open(null)
  for (let version = 2; version < 100; version += 1) announce(version)
  expect(listeners.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(open(null)).not.toBeNull()
})
