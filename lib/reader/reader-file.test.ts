import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleDetail } from '@/lib/article'
import { fileFrame, parseReaderFile, type StoryEntry } from './reader-file'
import type { StoryCopy } from './story-copy'

const article: ArticleDetail = {
  id: '0123456789',
  href: '/articles/a-story-0123456789',
  title: 'A story',
  excerpt: null,
  type: 'article',
  lang: null,
  publishedAt: '2026-11-10T12:00:00.000Z',
  provider: { name: 'Example', domain: 'example.org' },
  topics: [{ slug: 'ai', name: 'AI' }],
  picture: null,
  heat: 50,
  quality: null,
  relatedCount: 0,
  url: 'https://example.org/a',
  ampUrl: null,
  category: null,
  pictures: [{ url: '/pictures/hills-1.svg', width: 1200, height: 800 }],
  body: 'Some *text*.',
  related: [],
  rank: { published: 1, quality: 0, buzz: 0, total: 1, reportedBy: 0 },
}
const copy: StoryCopy = {
  id: article.id,
  title: article.title,
  href: article.href,
  keptAt: 7,
  article,
}

/** A file as it is exported. */
function fileOf(stories: unknown[]): string {
  const { start, between, end } = fileFrame(0, { theme: 'dark' })
  return start + stories.map((story) => JSON.stringify(story)).join(between) + end
}

describe('a file of a reader’s own', () => {
  test('comes back as it was exported', () => {
    const time = fc.option(fc.integer({ min: 0 }), { nil: undefined })
    const marks = { read: time, saved: time, hidden: time }
    const story = fc.record(
      { id: fc.stringMatching(/^[0-9a-z]{10}$/), ...marks, undone: fc.record(marks) },
      { requiredKeys: ['id'] },
    )
    fc.assert(
      fc.property(fc.array(story), (stories) => {
        const file = parseReaderFile(fileOf(stories))
        expect(file.problems).toEqual([])
        expect(file.settings).toEqual({ theme: 'dark' })
        expect(JSON.parse(JSON.stringify(file.stories))).toEqual(
          JSON.parse(JSON.stringify(stories)),
        )
      }),
    )
  })

  test('a saved story comes back whole', () => {
    const story: StoryEntry = { id: article.id, saved: 5, copy }
    expect(parseReaderFile(fileOf([story])).stories).toEqual([story])
  })

  test('a bad entry is named, and the good ones are kept', () => {
    const file = parseReaderFile(
      fileOf([{ id: 'aaaaaaaaaa', read: 1 }, { id: 'bbbbbbbbbb', saved: 'yesterday' }, null]),
    )
    expect(file.stories).toEqual([{ id: 'aaaaaaaaaa', read: 1 }])
    expect(file.problems).toEqual([
      { kind: 'bad-entry', entry: 2, field: 'saved', found: '"yesterday"' },
      { kind: 'bad-entry', entry: 3, field: '', found: 'null' },
    ])
  })

  test.each([
    ['url', 'javascript:alert(1)'],
    ['href', 'https://elsewhere.example/'],
    ['href', '//elsewhere.example/'],
  ])('a kept story whose %s is %s is not taken, its marks are', (field, value) => {
    const bad = { ...copy, article: { ...article, [field]: value } }
    const file = parseReaderFile(fileOf([{ id: article.id, saved: 5, copy: bad }]))
    expect(file.stories).toEqual([{ id: article.id, saved: 5 }])
    expect(file.problems).toMatchObject([{ field: `copy.article.${field}` }])
  })

  test('a copy of another story is not taken', () => {
    const file = parseReaderFile(fileOf([{ id: 'aaaaaaaaaa', saved: 5, copy }]))
    expect(file.problems).toMatchObject([{ field: 'copy.id', found: '"0123456789"' }])
  })

  test('what is no such file is refused with the reason', () => {
    expect(parseReaderFile('{').problems).toEqual([{ kind: 'not-json' }])
    expect(parseReaderFile('[]').problems).toEqual([{ kind: 'not-hotsheet' }])
    expect(parseReaderFile('{"hotsheet":2,"stories":[]}').problems).toEqual([
      { kind: 'later-version', found: 2 },
    ])
  })

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseReaderFile(text)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (stories) => {
        const file = parseReaderFile(JSON.stringify({ hotsheet: 1, stories }))
        expect(file.stories.length + file.problems.length).toBeGreaterThanOrEqual(stories.length)
      }),
    )
  })
})
