import { afterEach, expect, test, vi } from 'vitest'
import { isMissingPart, reloadOnce } from './reload-once'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A tab whose reloads are counted. */
function tab({ onLine = true, keeps = true } = {}) {
  const kept = new Map<string, string>()
  const reload = vi.fn()
  vi.stubGlobal('navigator', { onLine })
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (!keeps) throw new Error('forbidden')
      kept.set(key, value)
    },
  })
  return reload
}

test('a page that fails again at once is not loaded for ever', () => {
  vi.useFakeTimers()
  const reload = tab()
  reloadOnce()
  vi.advanceTimersByTime(10_000)
  reloadOnce()
  expect(reload).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(60_000)
  reloadOnce()
  expect(reload).toHaveBeenCalledTimes(2)
})

test('without a line, or where nothing can be kept, it is not tried', () => {
  for (const reload of [tab({ onLine: false }), tab({ keeps: false })]) {
    reloadOnce()
    expect(reload).not.toHaveBeenCalled()
  }
})

test('only scripts that are gone are a reason', () => {
  expect(isMissingPart(Object.assign(new Error('x'), { name: 'ChunkLoadError' }))).toBe(true)
  expect(isMissingPart(new TypeError('Failed to fetch dynamically imported module: /a.js'))).toBe(
    true,
  )
  expect(isMissingPart(new TypeError('x is undefined'))).toBe(false)
  expect(isMissingPart('gone')).toBe(false)
})
