import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { DEFAULT_FILTER, normaliseFilter, SORTS, type FeedFilter } from '@/lib/feed-filter'
import { findStanding } from './standing'
import { createTestDatabase } from './test-database'
import { fillStore, NEWEST } from './test-store'

let database: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ database, close } = await createTestDatabase())
  await fillStore(database, [
    { age: 1, quality: 70, heat: 90, related: [2] },
    { age: 300, quality: 20, heat: null },
    { age: 2, hasDocument: false },
    { age: 3, published: false },
  ])
})
afterAll(() => close())

const stand = (index: number, filter: Partial<FeedFilter> = {}) =>
  findStanding(database, `story0000${index}`, normaliseFilter({ ...DEFAULT_FILTER, ...filter }))

test.each(SORTS)('a story’s terms are those that the feed by %s is sorted by', async (sort) => {
  for (const entry of await database.feedEntry.findMany({ where: { topicId: 0 } })) {
    const told = await stand(entry.articleId - 1, { sort })
    const { quality, heat, rank } = told ?? {}
    if (sort === 'quality' || sort === 'heat') {
      const score = sort === 'quality' ? quality : heat
      expect(score ?? -1_000_000).toBe(entry[sort])
    } else {
      expect(BigInt((sort === 'latest' ? rank?.published : rank?.total) ?? 0)).toBe(entry[sort])
    }
  }
})

test('a score is told with the window that it is compared in', async () => {
  const newest = NEWEST / 1_000 - 3_600
  expect((await stand(0, { sort: 'heat', window: 'day' }))?.since).toBe(newest - 86_400)
  expect((await stand(0, { sort: 'heat', window: 'all' }))?.since).toBeNull()
  expect((await stand(0))?.since).toBeNull()
})

test('a search tells what a title with all its words is worth, where the title alone can tell', async () => {
  const lift = async (q: string) => (await stand(0, { q, sort: 'relevance' }))?.titleLift
  expect(await lift('story 0')).toBe(180 * 86_400)
  expect(await lift('provider')).toBe(0)
  expect(await lift('topic:x')).toBe(0)
  expect(await lift('nothing OR topic:x')).toBeNull()
})

test('what has no page has no place', async () => {
  for (const index of [2, 3, 9]) expect(await stand(index)).toBeNull()
})
