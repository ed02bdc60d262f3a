import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runLater } from './run-later'

const work = vi.fn<() => Promise<number | undefined>>()

beforeEach(() => {
  vi.useFakeTimers()
  work.mockReset().mockResolvedValue(undefined)
})
afterEach(() => void vi.useRealTimers())

const later = () => runLater(work, () => 5_000)

test('what is asked for once is done once, a while after', async () => {
  later().ask()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(work).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(1)
})

test('whoever asks every second does not put it off, and what came last is not missed', async () => {
  const { ask } = later()
  for (let second = 0; second < 12; second += 1) {
    ask()
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(work).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(work).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(4)
})

test('work that failed is done again when it says, or a while after it is asked for', async () => {
  work.mockResolvedValueOnce(20_000)
  later().ask()
  await vi.advanceTimersByTimeAsync(24_999)
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('it can be asked for at once', async () => {
  later().ask(0)
  await vi.advanceTimersByTimeAsync(0)
  expect(work).toHaveBeenCalledTimes(1)
})

test('what is stopped is not done any more', async () => {
  const { ask, stop } = later()
  ask()
  stop()
  ask()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).not.toHaveBeenCalled()
})
