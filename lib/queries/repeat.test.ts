import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeat } from './repeat'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('work is done at once and again after each interval until it is ended', async () => {
  const work = vi.fn(async () => {})
  const stop = repeat({ work, intervalMs: 1_000, onProblem: () => {} })
  await vi.advanceTimersByTimeAsync(2_500)
  expect(work).toHaveBeenCalledTimes(3)
  stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(work).toHaveBeenCalledTimes(3)
})

test('a failure is reported once, and the work goes on', async () => {
  const answers = ['locked', 'locked', '', 'read-only', '']
  const problems: string[] = []
  const work = vi.fn(async () => {
    const message = answers.shift()
    if (message) throw new Error(message)
  })
  const onProblem = (message: string) => void problems.push(message)
  const stop = repeat({ work, intervalMs: 1_000, onProblem })
  await vi.advanceTimersByTimeAsync(5_500)
  stop()
  expect(work).toHaveBeenCalledTimes(6)
  expect(problems).toEqual(['locked', 'read-only'])
})
