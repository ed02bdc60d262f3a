import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import {
  DEFAULT_FILTER,
  WINDOW_SECONDS,
  normaliseFilter,
  type FeedFilter,
  type FeedSort,
} from '@/lib/feed-filter'
import { encodeCursor } from '@/lib/cursor'
import { BadCursorError, UnknownTopicError } from './errors'
import { countFeed, listFeed } from './feed'
import { arbitraryFilter, arbitrarySamples } from './test-arbitraries'
import { createTestDatabase } from './test-database'
import { fillStore, isListed, NEWEST, SECRET, type Sample } from './test-store'

let database: Database
let close: () => Promise<void>
beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

/** The feed told without SQL: row ids of all its articles, in order. */
async function expectedIds(samples: Sample[], filter: FeedFilter): Promise<number[]> {
  const listed = samples.flatMap((sample, n) =>
    isListed(samples, n) ? [{ sample, id: n + 1 }] : [],
  )
  const seconds = filter.window && WINDOW_SECONDS[filter.window]
  const youngest = Math.min(...listed.map(({ sample }) => sample.age))
  const chosen = listed.filter(({ sample }) => {
    const under = (slug: string) => sample.topics?.some((topic) => `topic-${topic}` === slug)
    return (
      (filter.any.length === 0 || filter.any.some(under)) &&
      filter.all.every(under) &&
      !filter.none.some(under) &&
      (seconds === null || sample.age <= youngest + seconds / 3_600)
    )
  })
  const entries = await database.feedEntry.findMany({ where: { topicId: 0 } })
  const keys = new Map(
    entries.map((entry) => [entry.articleId, Number(entry[filter.sort as FeedSort])]),
  )
  return chosen.map(({ id }) => id).sort((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || b - a)
}

async function readWholeFeed(filter: FeedFilter, limit: number) {
  const articles = []
  let cursor: string | null = null
  do {
    const page = await listFeed(database, filter, { cursor, limit })
    expect(page.articles.length).toBeLessThanOrEqual(limit)
    articles.push(...page.articles)
    cursor = page.nextCursor
  } while (cursor !== null)
  return articles
}

describe('scrolling a feed', () => {
  test('shows every story of the filter once, in order, and nothing else, however long the pages are', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitrarySamples,
        fc.array(arbitraryFilter, { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (samples, filters, limit) => {
          await fillStore(database, samples)
          for (const filter of filters) {
            const articles = await readWholeFeed(filter, limit)
            const ids = articles.map(({ id }) => Number(id.slice('story'.length)) + 1)
            expect(ids).toEqual(await expectedIds(samples, filter))
            expect([ids.length, null]).toContain(await countFeed(database, filter))
            expect(JSON.stringify(articles)).not.toMatch(/Unpublished|secured|Q0lQSEVS/)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('stays where it was when a newer story arrives', async () => {
    const samples = Array.from({ length: 9 }, (_, n) => ({ age: n + 10, quality: n, heat: n }))
    await fillStore(database, samples)
    const filter = normaliseFilter({ ...DEFAULT_FILTER, sort: 'heat', window: 'day' })
    const first = await listFeed(database, filter, { limit: 4 })
    // Anchored at this one, the window would no longer hold the stories to come.
    await fillStore(database, [...samples, { age: -500, quality: 999, heat: 999 }])
    const second = await listFeed(database, filter, { cursor: first.nextCursor, limit: 20 })
    const titles = [...first.articles, ...second.articles].map(({ title }) => title)
    expect(titles).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `Story ${n}`))
  })
})

describe('a story in a feed', () => {
  test('has its provider, topics in order, first picture, and the first pieces under it', async () => {
    await fillStore(database, [
      { age: 1, quality: 80, heat: 120, topics: [2, 0, 1], related: [1, 2, 3, 4] },
      { age: 2, quality: 70, heat: -1, published: false },
      { age: 3, quality: 60, hasDocument: false },
      { age: 4, quality: 50, heat: -1 },
      { age: 5, quality: 40, hasDocument: false },
    ])
    await database.image.createMany({
      data: [
        { articleId: 1, position: 3, url: '/pictures/second.svg', width: 1, height: 1 },
        { articleId: 1, position: 2, url: '/pictures/first.svg', width: 1200, height: 800 },
      ],
    })
    const { articles } = await listFeed(database, DEFAULT_FILTER)
    expect(articles).toEqual([
      {
        id: 'story00000',
        href: '/articles/story-0-story00000',
        title: 'Story 0',
        excerpt: null,
        type: 'article',
        lang: null,
        publishedAt: '2026-11-22T11:00:00.000Z',
        provider: { name: 'Provider 1', domain: 'p1.example' },
        topics: [2, 0, 1].map((n) => ({ slug: `topic-${n}`, name: `Topic ${n}` })),
        picture: { url: '/pictures/first.svg', width: 1200, height: 800 },
        heat: 120,
        quality: 80,
        relatedCount: 3,
        related: [
          expect.objectContaining({ title: 'Story 2', href: null, url: 'https://p.example/2' }),
          expect.objectContaining({
            title: 'Story 3',
            href: '/articles/story-3-story00003',
            provider: { name: 'Provider 1', domain: 'p1.example' },
          }),
        ],
      },
    ])
    expect(JSON.stringify(articles)).not.toContain(SECRET)
  })
})

/** Of their topics readers know the first only. */
const SOME_UNKNOWN: Sample[] = [
  { age: 1, quality: 9, heat: 9, topics: [0] },
  { age: 2, topics: [1], published: false },
  { age: 3, topics: [2], hasDocument: false },
  { age: 4, quality: 1, heat: 1 },
]
const UNKNOWN = ['no-such-topic', 'topic-1', 'topic-2', "'; DROP TABLE x --"]

describe('a topic among others that nobody knows, as one that has left the paper', () => {
  beforeAll(() => fillStore(database, SOME_UNKNOWN))

  test.each([
    ['adds no story', { any: ['topic-0', ...UNKNOWN] }, ['Story 0']],
    ['takes no story away', { none: UNKNOWN }, ['Story 0', 'Story 3']],
    ['leaves nothing where nothing else is chosen', { any: UNKNOWN }, []],
    ['has no story in common with another', { all: ['topic-0', 'topic-1'] }, []],
    ['adds nothing to what must be in another', { all: ['topic-0'], any: UNKNOWN }, []],
  ])('%s', async (_, topics, expected) => {
    for (const sort of ['top', 'heat', 'quality'] as const) {
      const filter = normaliseFilter({ ...DEFAULT_FILTER, sort, ...topics })
      const { articles, nextCursor } = await listFeed(database, filter)
      expect([articles.map(({ title }) => title), nextCursor]).toEqual([expected, null])
      expect([expected.length, null]).toContain(await countFeed(database, filter))
    }
  })

  test('is no reason to find nothing in a search', async () => {
    const search = { ...DEFAULT_FILTER, q: 'story', sort: 'relevance' } as const
    for (const topics of [{ any: ['topic-0', ...UNKNOWN] }, { none: [...UNKNOWN] }]) {
      const { articles } = await listFeed(database, normaliseFilter({ ...search, ...topics }))
      expect(articles[0]).toMatchObject({ title: 'Story 0' })
    }
  })
})

describe('a feed that cannot be shown', () => {
  test('names the topic that nobody knows, or that only unpublished stories are filed under', async () => {
    await fillStore(database, SOME_UNKNOWN)
    for (const slug of UNKNOWN) {
      const filter = { ...DEFAULT_FILTER, all: [slug], none: ['topic-0'] }
      await expect(listFeed(database, filter)).rejects.toThrow(new UnknownTopicError(slug))
    }
  })

  test('shows what there is behind a made-up position, however far off', async () => {
    await fillStore(database, [{ age: 1 }, { age: 2 }])
    const heat = normaliseFilter({ ...DEFAULT_FILTER, sort: 'heat' })
    const far = Number.MAX_SAFE_INTEGER
    const yesterday = NEWEST / 1_000 - 86_400
    for (const [key, id, since, count] of [
      [far, far, yesterday, 2],
      [far, -far, yesterday, 2],
      [-far, far, yesterday, 0],
      [far, far, far, 0],
      [far, far, -far, 0],
    ] as const) {
      const cursor = encodeCursor({ key, id, since }, heat)
      expect((await listFeed(database, heat, { cursor })).articles).toHaveLength(count)
    }
    for (const sort of ['relevance', 'top', 'latest', 'heat'] as const) {
      const search = normaliseFilter({ ...DEFAULT_FILTER, q: 'story', sort })
      for (const [key, id, count] of [
        [far, far, 2],
        [far, -far, 2],
        [-far, far, 0],
        [-far, -far, 0],
      ] as const) {
        const cursor = encodeCursor({ key, id, since: null }, search)
        expect((await listFeed(database, search, { cursor })).articles).toHaveLength(count)
      }
    }
  })

  test('refuses cursors of other feeds and page sizes out of bounds', async () => {
    const latest = normaliseFilter({ ...DEFAULT_FILTER, sort: 'latest' })
    const cursor = encodeCursor({ key: 1, id: 1, since: null }, latest)
    await expect(listFeed(database, DEFAULT_FILTER, { cursor })).rejects.toThrow(BadCursorError)
    for (const limit of [0, 101, 1.5, NaN]) {
      await expect(listFeed(database, DEFAULT_FILTER, { limit })).rejects.toThrow(RangeError)
    }
  })
})
