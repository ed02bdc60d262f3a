import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { findArticle, findArticleHref } from './articles'
import { readContentVersion } from './content-version'
import { listMoreFromTopics } from './more-from-topics'
import { findNeighbours, listArticleIds } from './neighbours'
import { createTestDatabase } from './test-database'
import { fillStore, SECRET } from './test-store'
import { areTopicsKnown, findTopic, listTopics } from './topics'

let database: Database
let close: () => Promise<void>
beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

// Neutral and without coverage, so that the top feed is 0, 1, 5, 6: newest first.
const neutral = { quality: 60, heat: 60 }
beforeEach(() =>
  fillStore(database, [
    { ...neutral, age: 1, topics: [1, 0], related: [3, 2, 4, 7] },
    { ...neutral, age: 2, topics: [0] },
    { ...neutral, age: 3, topics: [1], heat: -1 },
    { ...neutral, age: 4, hasDocument: false },
    { ...neutral, age: 5, topics: [0, 2], published: false },
    { ...neutral, age: 6, topics: [1] },
    { ...neutral, age: 7 },
    { ...neutral, age: 8, topics: [3], heat: -1 },
  ]),
)

describe('an article', () => {
  test('is shown with everything that readers may see of it, and its related pieces in order', async () => {
    await database.image.create({
      data: { articleId: 1, position: 0, url: 'https://p.example/a.jpg' },
    })
    await database.article.update({
      where: { id: 1 },
      data: {
        body: '*Body*',
        category: 'news',
        cdnAmpWebUrl: 'https://cdn.example/a',
        heat: 100,
        lang: 'pt-BR',
      },
    })
    const article = await findArticle(database, 'story00000')
    expect(article).toMatchObject({
      href: '/articles/story-0-story00000',
      publishedAt: '2026-11-22T11:00:00.000Z',
      url: 'https://p.example/0',
      ampUrl: 'https://cdn.example/a',
      body: '*Body*',
      category: 'news',
      lang: 'pt-BR',
      provider: { name: 'Provider 1', domain: 'p1.example' },
      topics: [
        { slug: 'topic-1', name: 'Topic 1' },
        { slug: 'topic-0', name: 'Topic 0' },
      ],
      picture: { url: 'https://p.example/a.jpg', width: null, height: null },
      pictures: [{ url: 'https://p.example/a.jpg', width: null, height: null }],
      relatedCount: 3,
      rank: { reportedBy: 4 },
    })
    const related = article?.related.map(({ title, href }) => [title, href])
    expect(related).toEqual([
      ['Story 3', null],
      ['Story 2', '/articles/story-2-story00002'],
      ['Story 7', '/articles/story-7-story00007'],
    ])
    expect(JSON.stringify(article)).not.toMatch(/secured|Unpublished/)
    expect(JSON.stringify(article)).not.toContain(SECRET)
  })

  test('gives each piece the date that its document gives, a day where no time is known', async () => {
    const publishedAt = new Date('2026-11-05')
    await database.article.update({
      where: { id: 4 },
      data: { publishedAt, publishedDay: true, lang: 'ar' },
    })
    const article = await findArticle(database, 'story00000')
    expect(article?.related.map(({ reportedAt, lang }) => [reportedAt, lang])).toEqual([
      ['2026-11-05', 'ar'],
      ['2026-11-22T09:00:00.000Z', null],
      ['2026-11-22T04:00:00.000Z', null],
    ])
  })

  test('has the rank that the feed is sorted by', async () => {
    for (const { articleId, top } of await database.feedEntry.findMany({ where: { topicId: 0 } })) {
      const article = await findArticle(database, `story0000${articleId - 1}`)
      expect(BigInt(article?.rank.total ?? 0)).toBe(top)
    }
  })

  test('told under its lead has its own page', async () => {
    expect(await findArticle(database, 'story00002')).toMatchObject({ title: 'Story 2' })
  })

  test('has a path exactly when it has a page', async () => {
    const ids = ['story00000', 'story00003', 'story00004', 'nothing000']
    for (const id of ids) {
      const article = await findArticle(database, id)
      expect(await findArticleHref(database, id)).toBe(article?.href ?? null)
    }
    expect(await findArticleHref(database, 'story00000')).not.toBeNull()
  })

  test('has none when it is unpublished, known only as related, or unknown', async () => {
    for (const id of ['story00004', 'story00003', 'story99999', '', "' OR 1=1 --"]) {
      expect(await findArticle(database, id)).toBeNull()
    }
  })
})

describe('beside an article', () => {
  test('stand the stories above and below it in the top feed', async () => {
    const titlesBeside = async (id: string) => {
      const { previous, next } = await findNeighbours(database, id)
      return [previous?.title, next?.title]
    }
    expect(await titlesBeside('story00000')).toEqual([undefined, 'Story 1'])
    expect(await titlesBeside('story00001')).toEqual(['Story 0', 'Story 5'])
    expect(await titlesBeside('story00006')).toEqual(['Story 5', undefined])
    // Told under its lead, it stands where it would stand.
    expect(await titlesBeside('story00002')).toEqual(['Story 1', 'Story 5'])
    expect(await titlesBeside('story00004')).toEqual([undefined, undefined])
  })

  test('stand the best others from its topics, without those it shows as related', async () => {
    const titles = async (id: string, limit: number) =>
      (await listMoreFromTopics(database, id, limit)).map(({ title }) => title)
    expect(await titles('story00000', 5)).toEqual(['Story 1', 'Story 5'])
    expect(await titles('story00000', 1)).toEqual(['Story 1'])
    expect(await titles('story00006', 5)).toEqual([])
  })

  test('the first of the feed are the first to be made into pages', async () => {
    const ids = await listArticleIds(database, 2)
    expect(ids).toEqual([
      { id: 'story00000', href: '/articles/story-0-story00000' },
      { id: 'story00001', href: '/articles/story-1-story00001' },
    ])
  })
})

describe('topics', () => {
  test('are listed with how many stories they hold, most first, and none that is empty', async () => {
    expect(await listTopics(database)).toEqual([
      { slug: 'topic-0', name: 'Topic 0', count: 2 },
      { slug: 'topic-1', name: 'Topic 1', count: 2 },
    ])
  })

  test('are known when a published story is filed under them', async () => {
    expect(await findTopic(database, 'topic-0')).toEqual({
      slug: 'topic-0',
      name: 'Topic 0',
      count: 2,
    })
    expect(await findTopic(database, 'topic-3')).toMatchObject({ count: 0 })
    expect(await findTopic(database, 'topic-2')).toBeNull()
    expect(await findTopic(database, 'nothing')).toBeNull()
  })
})

test('the content version is 0 before the first import, and then what was written', async () => {
  expect(await readContentVersion(database)).toBe(0)
  await database.meta.create({ data: { key: 'contentVersion', value: '41' } })
  expect(await readContentVersion(database)).toBe(41)
})

test('topics are known when readers know every one of them, listed stories or not', async () => {
  expect(await areTopicsKnown(database, ['topic-0', 'topic-3'])).toBe(true)
  expect(await areTopicsKnown(database, ['topic-0', 'topic-0'])).toBe(true)
  expect(await areTopicsKnown(database, ['topic-0', 'nothing'])).toBe(false)
  // Nothing but an unpublished article is filed there.
  expect(await areTopicsKnown(database, ['topic-2'])).toBe(false)
})
