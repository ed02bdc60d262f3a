import { expect, test } from 'vitest'
import type { ArticleSummary } from './article'
import { markMatches } from './mark-matches'
import { shortenExcerpt } from './shorten-excerpt'

const story: ArticleSummary = {
  id: 'a',
  href: '/articles/a',
  title: 'The café’s <b>wind</b> mill',
  excerpt: `${'Long before anything happened. '.repeat(12)}At last the wind came.`,
  type: 'article',
  lang: null,
  publishedAt: '2026-11-01T00:00:00.000Z',
  provider: null,
  topics: [],
  picture: null,
  heat: null,
  quality: null,
  relatedCount: 0,
  related: [],
}

function found(q: string) {
  const [article] = markMatches({ articles: [story], nextCursor: null }, q).articles
  if (!article?.marks) throw new Error('A found story has marks')
  return article as ArticleSummary & { marks: NonNullable<ArticleSummary['marks']> }
}

const marked = (text: string | null, marks: [number, number][]) =>
  marks.map(([from, to]) => text?.slice(from, to))

test('what was searched for is marked in title and excerpt, accents or not', () => {
  const { title, excerpt, marks } = found('cafe wind')
  expect(marked(title, marks.title)).toEqual(['café’s', 'wind'])
  expect(marked(excerpt, marks.excerpt)).toEqual(['wind'])
})

test('what was excluded is not marked', () => {
  expect(found('mill -wind').marks.excerpt).toEqual([])
})

test('a shortened excerpt shows its first match, still marked', () => {
  const { excerpt, marks } = shortenExcerpt(found('wind'))
  expect(excerpt).toMatch(/^… .*At last the wind came\.$/)
  expect(marked(excerpt, marks?.excerpt ?? [])).toEqual(['wind'])
})
