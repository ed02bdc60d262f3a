import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { notForever } from './not-forever'

let kept: string[]
beforeEach(() => {
  kept = []
  vi.useFakeTimers()
  vi.stubGlobal('caches', {
    match: async (url: URL) => (kept.includes(url.pathname) ? new Response('page') : undefined),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const never = new Promise<Response>(() => undefined)
const page = new Request('https://a.example/articles/x')
const data = new Request('https://a.example/articles/x?_rsc=1', { headers: { rsc: '1' } })
const saved = new Response('saved')
const find = vi.fn(async (): Promise<Response | undefined> => undefined)

it('gives what the line gives, however slow it is', async () => {
  const slow = new Promise<Response>((resolve) =>
    setTimeout(() => resolve(new Response('late')), 9_000),
  )
  const answer = notForever(slow, page, { patience: 3_000, find })
  await vi.advanceTimersByTimeAsync(9_000)
  expect(await (await answer).text()).toBe('late')
})

it('gives what is kept elsewhere once the line has hung for a while', async () => {
  const answer = notForever(never, page, { patience: 3_000, find: async () => saved })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await answer).toBe(saved)
})

it('ends the wait for what is kept nowhere', async () => {
  const answer = notForever(never, page, { patience: 3_000, find })
  const ended = expect(answer).rejects.toThrow('did not answer')
  await vi.advanceTimersByTimeAsync(15_000)
  await ended
})

it('lets the router load a page that is kept whole instead of its data', async () => {
  kept = ['/articles/x']
  const answer = notForever(never, data, { patience: 3_000, find })
  const ended = expect(answer).rejects.toThrow('did not answer')
  await vi.advanceTimersByTimeAsync(3_000)
  await ended
})

it('tells at once what fails at once', async () => {
  const answer = notForever(Promise.reject(new Error('no line')), page, { patience: 3_000, find })
  await expect(answer).rejects.toThrow('no line')
})
