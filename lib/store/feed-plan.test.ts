import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { SORTS, type Sort } from '@/lib/feed-filter'
import { feedSql } from './feed'
import { createTestDatabase } from './test-database'

let database: Database
let close: () => Promise<void>
beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

describe('the work for a page', () => {
  async function planOf(sort: Sort, since: number | null, after: boolean) {
    const set = { any: [], all: [1, 2], none: [3], since }
    const sql = feedSql(set, sort, after ? { key: 1, id: 1 } : null, 20)
    const explain = `EXPLAIN QUERY PLAN ${sql.sql}`
    const rows = await database.$queryRawUnsafe<{ detail: string }[]>(explain, ...sql.values)
    return rows.map(({ detail }) => detail).join('\n')
  }

  test.each(SORTS)('is one walk of the index of %s, without sorting', async (sort) => {
    for (const after of [false, true]) {
      const plan = await planOf(sort, null, after)
      expect(plan).toContain(`FeedEntry_topicId_${sort}_articleId_idx`)
      expect(plan).not.toContain('TEMP B-TREE')
      expect(plan).not.toContain('SCAN e')
    }
  })

  test.each(['heat', 'quality'] as const)(
    'of %s within a window reads the window alone',
    async (sort) => {
      expect(await planOf(sort, 1, true)).toContain(
        'FeedEntry_topicId_latest_articleId_idx (topicId=? AND latest>?)',
      )
    },
  )
})
