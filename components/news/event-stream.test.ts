import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStream } from './event-stream'

/** A browser's stream, whose fate the test decides. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static last: FakeSource
  readyState = 0

  constructor(readonly url: string) {
    super()
    FakeSource.last = this
  }

  close() {
    this.readyState = FakeSource.CLOSED
  }

  tell(version: number) {
    this.dispatchEvent(new MessageEvent('content', { data: String(version) }))
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function stream() {
  const onVersion = vi.fn()
  const onFail = vi.fn()
  const close = openStream({ onVersion, onFail })
  return { source: FakeSource.last, onVersion, onFail, close }
}

test('each version is told', () => {
  const { source, onVersion, onFail } = stream()
  source.tell(7)
  source.tell(8)
  vi.advanceTimersByTime(60_000)
  expect(onVersion.mock.calls).toEqual([[7], [8]])
  expect(onFail).not.toHaveBeenCalled()
})

test('a stream that is refused has failed', () => {
  const { source, onFail } = stream()
  source.close()
  source.dispatchEvent(new Event('error'))
  expect(onFail).toHaveBeenCalledTimes(1)
})

test('one that breaks off is opened again by the browser, unless it fails three times in a row', () => {
  const { source, onFail } = stream()
  source.tell(1)
  for (const type of ['error', 'error', 'open', 'error', 'error']) {
    source.dispatchEvent(new Event(type))
  }
  expect(onFail).not.toHaveBeenCalled()
  source.dispatchEvent(new Event('error'))
  expect(onFail).toHaveBeenCalledTimes(1)
  expect(source.readyState).toBe(FakeSource.CLOSED)
})

test('one that says nothing at first is held back on the way', () => {
  const { source, onFail } = stream()
  source.dispatchEvent(new Event('open'))
  vi.advanceTimersByTime(10_000)
  expect(onFail).toHaveBeenCalledTimes(1)
  expect(source.readyState).toBe(FakeSource.CLOSED)
})

test('one that is closed fails no more', () => {
  const { onFail, close } = stream()
  close()
  vi.advanceTimersByTime(60_000)
  expect(onFail).not.toHaveBeenCalled()
})
