import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_FILTER } from '@/lib/feed-filter'
import { findHighlights } from '@/lib/search/highlight'
import { indexedWords } from '@/lib/search/indexed-words'
import { parseSearchQuery } from '@/lib/search/search-query'
import { PAIRS } from '@/lib/search/test-pairs'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { fillSearch, findAll } from './test-search'
import { hasPhrase } from './title-match'

const show = (finds: boolean) => (finds ? 'finds' : 'does not find')
const named = PAIRS.map(([text, query, finds]) => ({ text, query, finds, verb: show(finds) }))

test('the table has at least 60 pairs, 25 of which do not match', () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(60)
  expect(PAIRS.filter(([, , finds]) => !finds).length).toBeGreaterThanOrEqual(25)
})

describe('by its words alone', () => {
  test.each(named)('$query $verb $text', ({ text, query, finds }) => {
    const words = indexedWords(text)
    const { clauses } = parseSearchQuery(query)
    const holds = clauses.every(
      ({ terms, negated }) =>
        terms.some((term) => term.kind === 'words' && hasPhrase(words, term)) !== negated,
    )
    expect(holds).toBe(finds)
  })

  test.each(named.filter(({ finds, query }) => finds && !query.startsWith('-')))(
    '$query highlights a part of $text',
    ({ text, query }) => {
      const ranges = findHighlights(text, parseSearchQuery(query))
      expect(ranges.length).toBeGreaterThan(0)
    },
  )
})

describe('in the database', () => {
  let store: TestDatabase
  const texts = [...new Set(PAIRS.map(([text]) => text))]
  beforeAll(async () => {
    store = await createTestDatabase()
    await fillSearch(store.database, [
      ...texts.map((title, age) => ({ age, title })),
      ...texts.map((excerpt, age) => ({ age, title: '…', excerpt })),
    ])
  })
  afterAll(() => store.close())

  test.each(named)('$query $verb $text', async ({ text, query, finds }) => {
    const filter = { ...DEFAULT_FILTER, sort: 'relevance' as const, q: query }
    const found = await findAll(store.database, filter)
    const inTitle = texts.indexOf(text)
    const inExcerpt = inTitle + texts.length
    const holds = [inTitle, inExcerpt].map((n) =>
      found.includes(`story${String(n).padStart(5, '0')}`),
    )
    expect(holds).toEqual([finds, finds])
  })
})
