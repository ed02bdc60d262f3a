import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '@/lib/db/generated/client'
import { SORTS } from '@/lib/feed-filter'
import { NO_BOUNDS } from '@/lib/search/bounds'
import { createTestDatabase, provider, type TestDatabase } from '@/lib/store/test-database'
import { fillStore } from '@/lib/store/test-store'
import { index } from './test-search'
import { toLimits } from './limits'
import { isPostgresMatch } from './postgres-matches'
import { isSqliteMatch, streamSql } from './sqlite-matches'
import { walkSql, type Stretch } from './walk'

const STORIES = 3_000

let store: TestDatabase
beforeAll(async () => {
  store = await createTestDatabase()
  await fillStore(
    store.database,
    Array.from({ length: STORIES }, (_, n) => ({ age: n, heat: n % 157, quality: n % 101 })),
  )
  await index(
    store.database,
    Array.from({ length: STORIES }, (_, n) => n + 1),
  )
  await store.database.$executeRawUnsafe(provider === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE')
})
afterAll(() => store.close())

const stretch: Stretch = {
  sort: 'top',
  limits: toLimits(NO_BOUNDS, null),
  after: { key: 1_790_000_000, id: 100 },
  limit: 21,
}

async function explain(query: Prisma.Sql): Promise<string> {
  const sqlite = provider === 'sqlite'
  const rows = await store.database.$queryRawUnsafe<Record<string, unknown>[]>(
    sqlite ? `EXPLAIN QUERY PLAN ${query.sql}` : `EXPLAIN ${query.text}`,
    ...query.values,
  )
  return rows.map((row) => String(row[sqlite ? 'detail' : 'QUERY PLAN'])).join('\n')
}

describe.each(SORTS)('among the entries of the feed by %s', (sort) => {
  test('matches are looked for in the order of its index, and nothing is sorted', async () => {
    const holds =
      provider === 'sqlite'
        ? isSqliteMatch('"story"')
        : isPostgresMatch(Prisma.sql`CAST(${"'story'"} AS tsquery)`)
    const plan = await explain(walkSql({ ...stretch, sort }, holds, 1_000))
    expect(plan).toContain(`FeedEntry_topicId_${sort}_articleId_idx`)
    expect(plan).not.toMatch(/B-TREE|Sort|Seq Scan|SCAN (?!e$|ArticleSearch VIRTUAL TABLE INDEX)/m)
  })
})

test.runIf(provider === 'sqlite')('SQLite reads its search index in order', async () => {
  const plan = await explain(streamSql('"story"', stretch, 21))
  expect(plan).toContain('VIRTUAL TABLE INDEX')
  expect(plan).not.toContain('B-TREE')
})
