import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endOfMinute, watchMinutes } from './minute-clock'

let page: EventTarget & { hidden: boolean }
beforeEach(() => {
  vi.useFakeTimers({ now: 90_000 })
  page = Object.assign(new EventTarget(), { hidden: false })
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', vi.fn())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('ticks once a minute while the page is seen, and when it is seen again', () => {
  const listener = vi.fn()
  const stop = watchMinutes(listener)
  vi.advanceTimersByTime(120_000)
  expect(listener).toHaveBeenCalledTimes(2)
  page.hidden = true
  vi.advanceTimersByTime(600_000)
  expect(listener).toHaveBeenCalledTimes(2)
  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  expect(listener).toHaveBeenCalledTimes(3)
  stop()
  vi.advanceTimersByTime(120_000)
  expect(listener).toHaveBeenCalledTimes(3)
  expect(vi.getTimerCount()).toBe(0)
})

it('tells the end of the present minute', () => {
  expect(endOfMinute()).toBe(119_999)
})
