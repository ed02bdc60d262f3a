import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database } from '@/lib/db/client'
import { SORTS } from '@/lib/feed-filter'
import { hasOnePlan } from './feed-set'
import { feedSql } from './feed-sql'
import { placesSql } from './summary-rows'
import { createTestDatabase } from './test-database'
import { planOf } from './test-plans'
import { fillStore, NEWEST, type Sample } from './test-store'

let database: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ database, close } = await createTestDatabase())
  await fillStore(database, samples)
  // PostgreSQL reads an index without its table only where it has vacuumed.
  const analyse = database.$provider() === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE'
  await database.$executeRawUnsafe(analyse)
})
afterAll(() => close())

/** Two days with so many stories that to sort those of a topic would be dearer than to walk an index. */
const samples: Sample[] = Array.from({ length: 6_000 }, (_, n) => ({
  age: n * 0.008,
  quality: (n * 7) % 101,
  heat: (n * 13) % 157,
  // Every combination of three topics, equally often.
  topics: [0, 1, 2].filter((topic) => (((n * 7) % 8) >> topic) % 2 === 1),
}))

const none = { any: [], all: [], none: [] }
const SETS = {
  'all stories': none,
  'a topic': { ...none, all: [2] },
  'any of three topics': { ...none, any: [3, 2, 1] },
  'three topics at once': { ...none, all: [3, 2, 1] },
  'a topic and any of two': { ...none, all: [3], any: [1, 2] },
  'none of three topics': { ...none, none: [3, 2, 1] },
}
const until = NEWEST / 1_000
const WINDOWS = {
  'of all time': null,
  'of a day': { since: until - 86_400, until },
  'of a month': { since: until - 30 * 86_400, until },
}
const cases = SORTS.flatMap((sort) =>
  Object.entries(SETS).flatMap(([which, set]) =>
    Object.entries(WINDOWS)
      .filter(([, window]) => window === null || sort === 'heat' || sort === 'quality')
      .map(([when, window]) => ({ sort, which, when, set: { ...set, window } })),
  ),
)

describe('a page of a feed walks the index of its order, and sorts no table', () => {
  test.each(cases)('by $sort, $which, $when', async ({ sort, set }) => {
    for (const after of [null, { key: 80, id: 2_000 }]) {
      const provider = database.$provider()
      const walk = feedSql(provider, { set, sort, after, limit: 21 })
      const query = hasOnePlan(set) ? placesSql(provider, walk) : walk
      const { reads, sortsEntries } = await planOf(database, query)
      const index = `FeedEntry_topicId_${set.window ? 'day_' : ''}${sort}_articleId_idx`
      const walks = reads.filter(({ alias }) => alias === 'e')
      expect(walks).not.toEqual([])
      for (const walk of walks) expect(walk).toMatchObject({ by: index, seeks: after !== null })
      expect(reads.map(({ by }) => by)).not.toContain('whole table')
      expect(sortsEntries).toBe(false)
    }
  })
})
