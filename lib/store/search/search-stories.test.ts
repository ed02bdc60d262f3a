import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  DEFAULT_FILTER,
  normaliseFilter,
  SEARCH_SORTS,
  SORTS,
  type FeedFilter,
  type FeedSort,
} from '@/lib/feed-filter'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import {
  arbitrarySearch,
  arbitraryTexts,
  expectedIds,
  fillSearch,
  findAll,
  index,
} from './test-search'

let store: TestDatabase
beforeAll(async () => {
  store = await createTestDatabase()
})
afterAll(() => store.close())

const search = (q: string, more: Partial<FeedFilter> = {}): FeedFilter => ({
  ...DEFAULT_FILTER,
  sort: 'relevance',
  q,
  ...more,
})
const idOf = (n: number) => `story${String(n).padStart(5, '0')}`
const find = async (q: string, more?: Partial<FeedFilter>) =>
  (await findAll(store.database, search(q, more))).map((id) => Number(id.slice(5)))

describe('a reader finds', () => {
  beforeAll(() =>
    fillSearch(store.database, [
      { age: 1, title: 'Wind power grows', excerpt: 'Turbines of the north', topics: [0] },
      { age: 2, title: 'Café Müller closes', excerpt: 'No wind, no power', type: 'video' },
      { age: 3, title: '東京都の天気', excerpt: 'Power of wind', heat: 90, quality: 70 },
      { age: 4, title: 'Hidden wind', published: false },
      { age: 9_000, title: "The wind's state-of-the-art power", heat: 20 },
      { age: 6, title: 'Told under another', related: [6] },
      { age: 7, title: 'A nested zeppelin', heat: -1 },
    ]),
  )

  test.each([
    ['words, wherever they stand, those in titles first', 'wind power', [0, 1, 2, 4]],
    ['nothing that is not published', 'hidden', []],
    ['words without their accents, in either direction', 'cafe MÜLLER', [1]],
    ['phrases', '"wind power"', [0]],
    ['no phrase that reaches from the title into the text', '"grows turbines"', []],
    ['hyphenated words', 'state-of-the-art', [4]],
    ['beginnings of words', 'turb*', [0]],
    ['Chinese and Japanese words within longer ones', '京都', [2]],
    ['a single character', '都', [2]],
    ['one word or the other', 'turbines OR müller', [0, 1]],
    ['what remains without a word', 'wind -power', []],
    ['all that a word is missing from', '-power', [5]],
    ['stories under a topic', 'wind topic:topic-0', [0]],
    ['stories of a source by the beginning of its domain', 'source:p1 wind', [0]],
    ['stories of a source by its whole domain', 'source:p1.example wind', [0]],
    ['no stories of a source whose domain only begins so', 'source:p1.ex', []],
    ['stories of a type', 'type:video', [1]],
    ['stories with scores', 'heat:>80', [2]],
    ['stories before a date', 'wind before:2026', [4]],
    ['a story by the title of a piece nested under it', 'zeppelin', [5]],
    ['nothing by signs alone', '"*" !', []],
  ])('%s', async (_, q, stories) => {
    expect((await find(q)).sort()).toEqual(stories)
  })

  test('stories with the words in the title before newer ones that have them elsewhere', async () => {
    expect(await find('power wind')).toEqual([0, 2, 1, 4])
    expect(await find('power wind', { sort: 'latest' })).toEqual([0, 1, 2, 4])
  })

  test('with the other parts of a filter', async () => {
    expect(await find('wind', { all: ['topic-0'] })).toEqual([0])
    expect(await find('power', { none: ['topic-0'], sort: 'latest' })).toEqual([1, 2, 4])
    expect(await find('wind', { all: ['unknown'] })).toEqual([])
    expect(await find('power', { none: ['unknown'], sort: 'latest' })).toEqual([0, 1, 2, 4])
  })

  test.each([
    '"',
    '*',
    'AND NOT',
    'title:wind',
    "a'b\\c",
    'NEAR(wind power)',
    '-',
    '{x}:y',
    '^wind',
  ])('no error for %s', async (q) => {
    expect(await find(q)).toBeInstanceOf(Array)
  })
})

test('stories under topics that must all hold, however many topics they have', async () => {
  const many = Array.from({ length: 40 }, (_, topic) => topic)
  await fillSearch(store.database, [
    { age: 1, title: 'Two', topics: [3, 10] },
    { age: 2, title: 'Many', topics: many },
    { age: 3, title: 'One', topics: [10] },
    { age: 4, title: 'Four', topics: [2, 3, 10, 20] },
  ])
  const under = (...topics: number[]) => ({ all: topics.map((topic) => `topic-${topic}`) })
  expect(await find('', { ...under(10, 3), sort: 'latest' })).toEqual([0, 1, 3])
  expect(await find('', { ...under(20, 3, 10), sort: 'latest' })).toEqual([1, 3])
  expect(await find('topic:topic-3 topic:topic-10 two')).toEqual([0])
  expect(await find('topic:topic-3 topic:topic-39 topic:topic-5')).toEqual([1])
  expect(await find('', under(3, 99))).toEqual([])
})

test('what changes is found as it is now', async () => {
  const { database } = store
  await fillSearch(database, [
    { age: 1, title: 'Old words' },
    { age: 2, title: 'Other words' },
  ])
  await database.article.update({ where: { id: 1 }, data: { title: 'New words' } })
  await database.feedEntry.updateMany({ where: { articleId: 1 }, data: { top: 1_000n } })
  await index(database, [1])
  expect(await find('old')).toEqual([])
  expect(await find('new')).toEqual([0])
  expect(await find('words', { sort: 'top' })).toEqual([1, 0])
  await database.article.update({ where: { id: 1 }, data: { listed: false } })
  await index(database, [1])
  expect(await find('words')).toEqual([1])
  await database.article.delete({ where: { id: 2 } })
  expect(await find('words')).toEqual([])
})

test('every search finds what its words say, in its order, whatever the page', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryTexts,
      fc.array(fc.tuple(arbitrarySearch, fc.constantFrom(...SEARCH_SORTS), fc.nat(2)), {
        minLength: 5,
        maxLength: 10,
      }),
      fc.integer({ min: 1, max: 5 }),
      async (texts, searches, limit) => {
        await fillSearch(store.database, texts)
        const keys = await readKeys()
        for (const [q, sort, group] of searches) {
          const topics = [[], ['topic-0'], ['topic-0', 'topic-1']][group] ?? []
          const known = topics.filter((slug) => knows(texts, slug))
          const filter = normaliseFilter({ ...search(q, { sort }), any: known })
          const expected = expectedIds(texts, keys, filter).map((id) => idOf(id - 1))
          expect(await findAll(store.database, filter, limit), `${q} by ${sort}`).toEqual(expected)
        }
      },
    ),
    { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 40) },
  )
})

function knows(texts: { topics?: number[]; published?: boolean }[], slug: string): boolean {
  return texts.some(
    ({ topics, published }) =>
      published !== false && topics?.some((topic) => `topic-${topic}` === slug),
  )
}

async function readKeys() {
  const entries = await store.database.feedEntry.findMany({ where: { topicId: 0 } })
  return new Map(
    entries.map((entry) => {
      const keys = SORTS.map((sort) => [sort, Number(entry[sort])])
      return [entry.articleId, Object.fromEntries(keys) as Record<FeedSort, number>]
    }),
  )
}
