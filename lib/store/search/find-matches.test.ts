import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SORTS } from '@/lib/feed-filter'
import { parseSearchQuery } from '@/lib/search/search-query'
import { createTestDatabase, provider, type TestDatabase } from '@/lib/store/test-database'
import type { Effort } from './find-within'
import { toLimits } from './limits'
import type { Match } from './match'
import { findPostgresMatches } from './postgres-matches'
import { findSqliteMatches, type SqliteEffort } from './sqlite-matches'
import { arbitrarySearch, arbitraryTexts, fillSearch } from './test-search'
import type { Found, Stretch } from './walk'

let store: TestDatabase
beforeAll(async () => {
  store = await createTestDatabase()
})
afterAll(() => store.close())

function find(match: Match, stretch: Stretch, effort?: SqliteEffort & Effort): Promise<Found> {
  const findIn = provider === 'sqlite' ? findSqliteMatches : findPostgresMatches
  return findIn(store.database, match, stretch, effort)
}

async function walk(
  match: Match,
  stretch: Stretch,
  effort?: SqliteEffort & Effort,
): Promise<number[]> {
  const { rows, end } = await find(match, stretch, effort)
  const ids = rows.map(({ id }) => id)
  return end ? [...ids, ...(await walk(match, { ...stretch, after: end }, effort))] : ids
}

const effort = fc.record({
  few: fc.integer({ min: 0, max: 2 }),
  look: fc.integer({ min: 1, max: 3 }),
  sorted: fc.integer({ min: 0, max: 4 }),
  budget: fc.integer({ min: 1, max: 5 }),
})

test('the same is found in the same order however little work each page may be', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryTexts,
      fc.array(
        fc.tuple(
          arbitrarySearch,
          fc.constantFrom(...SORTS),
          fc.constantFrom('anywhere' as const, 'title' as const, 'elsewhere' as const),
          effort,
        ),
        { minLength: 5 },
      ),
      async (texts, searches) => {
        await fillSearch(store.database, texts)
        for (const [q, sort, where, little] of searches) {
          const { clauses, bounds } = parseSearchQuery(q)
          const match = { clauses, where }
          const stretch = { sort, limits: toLimits(bounds, null), after: null, limit: 2 }
          const all = await walk(match, stretch)
          expect(await walk(match, stretch, little), `${q} ${where} by ${sort}`).toEqual(all)
        }
      },
    ),
    { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 25) },
  )
})
