import { expect, test } from 'vitest'
import { createEntries } from './use-cache-entries.mjs'

const now = () => performance.timeOrigin + performance.now()

function entry(text: string, times: { timestamp?: number; revalidate?: number } = {}) {
  const value = new Blob([text]).stream()
  const lifetime = { stale: 60, revalidate: 300, expire: 3_600, timestamp: now() }
  return Promise.resolve({ value, tags: ['content'], ...lifetime, ...times })
}

async function read(entries: ReturnType<typeof createEntries>, key: string) {
  const found = await entries.get(key, [])
  return found && new Response(found.value).text()
}

test('a result is read as often as it is asked for', async () => {
  const entries = createEntries()
  await entries.set('a', entry('one'))
  expect([await read(entries, 'a'), await read(entries, 'a')]).toEqual(['one', 'one'])
  expect(await read(entries, 'b')).toBeUndefined()
})

test('whoever asks for a result that is being stored gets it', async () => {
  const entries = createEntries()
  const storing = entries.set('a', entry('one'))
  expect(await read(entries, 'a')).toBe('one')
  await storing
})

test('results of any number take no more memory than is allowed, however small they are', async () => {
  const entries = createEntries(100_000)
  for (let each = 0; each < 1_000; each += 1) await entries.set(`key ${each}`, entry(''))
  const found = await Promise.all(
    Array.from({ length: 1_000 }, (_, each) => entries.get(`key ${each}`, [])),
  )
  const left = found.flatMap((each, index) => (each ? [index] : []))
  expect(left.length).toBeGreaterThan(10)
  expect(left.length).toBeLessThan(100)
  expect(left.at(-1)).toBe(999)
})

test('when the content changes, nothing from before it is left, and nothing that was begun before', async () => {
  const entries = createEntries()
  const before = now() - 1
  await entries.set('a', entry('old'))
  await entries.updateTags(['content'], { expire: 0 })
  await entries.set('b', entry('begun before', { timestamp: before }))
  expect(await read(entries, 'a')).toBeUndefined()
  expect(await read(entries, 'b')).toBeUndefined()
  await entries.set('a', entry('new', { timestamp: now() + 1 }))
  expect(await read(entries, 'a')).toBe('new')
})

test('an old result is made again, and one that broke off is not stored', async () => {
  const entries = createEntries()
  await entries.set('a', entry('old', { timestamp: now() - 10_000, revalidate: 5 }))
  await entries.set('b', Promise.reject(new Error('away')))
  expect(await read(entries, 'a')).toBeUndefined()
  expect(await read(entries, 'b')).toBeUndefined()
})
