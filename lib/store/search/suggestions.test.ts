import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { suggestSpelling } from './spelling'
import { listSuggestions } from './suggestions'
import { fillSearch } from './test-search'

let store: TestDatabase
beforeAll(async () => {
  store = await createTestDatabase()
  await fillSearch(store.database, [
    { age: 1, title: 'Climate summit begins in Genève', topics: [0, 1] },
    { age: 2, title: 'Providence', excerpt: 'summit of the climbers', topics: [1] },
    { age: 3, title: 'Hidden climbers', published: false, topics: [2] },
    { age: 4, title: 'Wind of change: anti-war C++ from Ankara’da', topics: [1] },
    { age: 5, title: '東京の天気' },
  ])
})
afterAll(() => store.close())

const suggest = (text: string) => listSuggestions(store.database, text)

test('headlines are suggested by the beginning of a word, the newest first', async () => {
  const titles = async (text: string) => (await suggest(text)).stories.map(({ title }) => title)
  expect(await titles('cli')).toEqual(['Climate summit begins in Genève'])
  expect(await titles('summit GEN')).toEqual(['Climate summit begins in Genève'])
  expect(await titles('東京')).toEqual(['東京の天気'])
  expect(await titles('hidden')).toEqual([])
  expect(await titles('sum')).toHaveLength(1)
})

test.each(['antiwar', 'antiw', 'anti war', 'anti-w', 'C++', 'ankara', 'wind antiwar'])(
  'a headline with another spelling is suggested for %s',
  async (typed) => {
    const { stories } = await suggest(typed)
    expect(stories.map(({ title }) => title)).toEqual([expect.stringMatching(/^Wind of change/)])
  },
)

test('topics are suggested by the beginnings of their names, the largest first, with their counts', async () => {
  const { topics } = await suggest('top')
  expect(topics.map(({ slug, count }) => [slug, count])).toEqual([
    ['topic-1', 3],
    ['topic-0', 1],
  ])
})

test('sources are suggested by name and by domain', async () => {
  const domains = async (text: string) => (await suggest(text)).sources.map(({ domain }) => domain)
  expect(await domains('prov')).toEqual(['p1.example', 'p2.example'])
  expect(await domains('provider 2')).toEqual(['p2.example'])
  expect(await domains('p1')).toEqual(['p1.example'])
})

test.each(['', 'c', '"', ' - '])('nothing is suggested for %j', async (text) => {
  expect(await suggest(text)).toEqual({ topics: [], sources: [], stories: [] })
})

test.each([
  ['clmate', 'climate'],
  ['cilmate summit', 'climate summit'],
  ['"wnid of" -storm', '"wind of" -storm'],
  ['lcimate', 'climate'],
  ['geneva', 'geneve'],
])('%s is taken for %s', async (typed, meant) => {
  expect(await suggestSpelling(store.database, typed)).toBe(meant)
})

test.each(['xylophone', 'climate', 'clmate zeppelin', 'hiden', ''])(
  'no other spelling is offered for %j when it would find nothing, or nothing else',
  async (typed) => {
    expect(await suggestSpelling(store.database, typed)).toBe(null)
  },
)
