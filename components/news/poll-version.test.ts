import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pollVersion } from './poll-version'

const minute = 60_000
const page = { visibilityState: 'visible' }
const ask = vi.fn<() => Promise<Response>>()

beforeEach(() => {
  vi.useFakeTimers()
  page.visibilityState = 'visible'
  ask.mockReset().mockImplementation(() => Promise.resolve(Response.json({ version: 3 })))
  vi.stubGlobal('document', page)
  vi.stubGlobal('fetch', ask)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function poll() {
  const end = new AbortController()
  const onVersion = vi.fn()
  pollVersion(onVersion, end.signal)
  return { onVersion, end: () => end.abort() }
}

test('the version is asked for at once, and about once a minute', async () => {
  const { onVersion } = poll()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(onVersion.mock.calls.length).toBeGreaterThanOrEqual(9)
  expect(onVersion.mock.calls.length).toBeLessThanOrEqual(13)
  expect(onVersion).toHaveBeenCalledWith(3)
})

test('a server that fails is asked less and less often, and as before once it answers', async () => {
  ask.mockImplementation(() => Promise.resolve(new Response(null, { status: 503 })))
  const { onVersion } = poll()
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(ask.mock.calls.length).toBeLessThanOrEqual(9)
  expect(onVersion).not.toHaveBeenCalled()
  ask.mockImplementation(() => Promise.resolve(Response.json({ version: 4 })))
  await vi.advanceTimersByTimeAsync(18 * minute)
  const before = onVersion.mock.calls.length
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(onVersion.mock.calls.length - before).toBeGreaterThanOrEqual(8)
})

test('nothing is asked while nobody looks', async () => {
  page.visibilityState = 'hidden'
  poll()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(ask).not.toHaveBeenCalled()
})

test('nothing is asked after the end', async () => {
  const { end } = poll()
  await vi.advanceTimersByTimeAsync(minute / 2)
  end()
  ask.mockClear()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(ask).not.toHaveBeenCalled()
})
