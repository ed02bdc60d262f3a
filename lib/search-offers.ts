import type { ArticleSummary, TopicInfo } from './article'
import { normaliseFilter, type FeedFilter } from './feed-filter'
import { parseSearchQuery } from './search/search-query'

/** So many topics are offered to search within. */
const OFFERED = 5

/** A field with its value, as the search language has them. */
const FIELD = /(?<!\S)-?(topic|source|type|before|after|heat|quality):("[^"]*"?|\S*)/gi

/** A search for more than the one that it came from, and in what it is wider. */
export interface WiderSearch {
  kind: 'allTopics' | 'noFilters' | 'anyWord'
  filter: FeedFilter
}

/**
 * The same search within one topic more, for the commonest topics of some
 * stories. The topic is a part of the text, where the reader sees it and can
 * take it out again.
 */
export function topicsToAdd(
  filter: FeedFilter,
  stories: readonly Pick<ArticleSummary, 'topics'>[],
): { topic: TopicInfo; filter: FeedFilter }[] {
  const { clauses } = parseSearchQuery(filter.q)
  const searched = new Set(
    clauses.flatMap(({ terms }) => terms.map((term) => term.kind === 'topic' && term.value)),
  )
  const chosen = new Set<string | false>([...filter.all, ...filter.any, ...searched])
  return commonTopics(stories)
    .filter(({ slug }) => !chosen.has(slug))
    .map((topic) => {
      // In front, since a quotation mark left open would take in what follows it.
      const q = `topic:${topic.slug} ${filter.q}`
      return { topic, filter: normaliseFilter({ ...filter, q }) }
    })
    .filter(({ filter: { q } }) => parseSearchQuery(q).clauses.length === clauses.length + 1)
    .slice(0, OFFERED)
}

/** What else may find something where a search finds nothing, the nearest to it first. */
export function widerSearches(filter: FeedFilter): WiderSearch[] {
  const { q } = filter
  const offers = [
    { kind: 'allTopics', q, any: [], all: [], none: [] },
    { kind: 'noFilters', q: q.replace(FIELD, '') },
    { kind: 'anyWord', q: isWordsOnly(q) ? q.split(' ').join(' OR ') : q },
  ] as const
  return offers
    .map(({ kind, ...wider }) => ({ kind, filter: normaliseFilter({ ...filter, ...wider }) }))
    .filter((offer) => offer.filter.q !== '' && !isSameSearch(offer.filter, filter))
}

/** The topics of some stories, the commonest first. */
function commonTopics(stories: readonly Pick<ArticleSummary, 'topics'>[]): TopicInfo[] {
  const found = new Map<string, { topic: TopicInfo; count: number }>()
  for (const topic of stories.flatMap(({ topics }) => topics)) {
    const count = (found.get(topic.slug)?.count ?? 0) + 1
    found.set(topic.slug, { topic, count })
  }
  return [...found.values()].sort((a, b) => b.count - a.count).map(({ topic }) => topic)
}

/** True for words without any of the search language's signs. */
function isWordsOnly(q: string): boolean {
  return q
    .split(' ')
    .every((word) => /^[\p{L}\p{M}\p{N}]/u.test(word) && !/[:*"“”„«»]|^OR$/.test(word))
}

function isSameSearch(one: FeedFilter, other: FeedFilter): boolean {
  const topics = ({ any, all, none }: FeedFilter) => any.length + all.length + none.length
  return one.q === other.q && topics(one) === topics(other)
}
