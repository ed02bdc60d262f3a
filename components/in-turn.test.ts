import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTurn } from './in-turn'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('loads one after another, in the order they were asked for', async () => {
  const done: number[] = []
  const load = (n: number, ms: number) =>
    inTurn(async () => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      done.push(n)
      return n
    })
  const all = Promise.all([load(1, 300), load(2, 10)])
  await vi.advanceTimersByTimeAsync(299)
  expect(done).toEqual([])
  await vi.runAllTimersAsync()
  expect(await all).toEqual([1, 2])
  expect(done).toEqual([1, 2])
})

it('tells whoever asked that a load failed, and goes on with the next', async () => {
  const failed = inTurn(() => Promise.reject(new Error('no line')))
  const next = inTurn(() => Promise.resolve('there'))
  await expect(failed).rejects.toThrow('no line')
  await expect(next).resolves.toBe('there')
})

it('does not let one that hangs hold up the rest for good', async () => {
  void inTurn(() => new Promise(() => undefined))
  const began = vi.fn(() => Promise.resolve())
  void inTurn(began)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(began).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(began).toHaveBeenCalled()
})
