import type { FeedFilter } from '@/lib/feed-filter'
import { NO_BOUNDS } from '@/lib/search/bounds'
import { parseSearchQuery, type Clause, type Term } from '@/lib/search/search-query'
import type { Follows } from './follows'
import { readDomain } from './settings'

/**
 * What a reader follows and mutes who has just this feed for their own: the way
 * back from `myFeed`.
 *
 * @returns null for a feed that asks for more than that, such as for a word or for two topics at once
 */
export function followedBy(filter: FeedFilter): Follows | null {
  const { clauses, bounds } = parseSearchQuery(filter.q)
  const wanted = clauses.filter(({ negated }) => !negated)
  const unwanted = termsOf(clauses.filter(({ negated }) => negated))
  const topics = [...filter.any, ...filter.all]
  const isOneOf = filter.all.length <= (filter.any.length > 0 ? 0 : 1)
  if (!isOneOf || JSON.stringify(bounds) !== JSON.stringify(NO_BOUNDS)) return null
  if (wanted.length + (topics.length > 0 ? 1 : 0) !== 1) return null
  const terms = termsOf(wanted)
  if (
    !terms.every(isTopicOrSource) ||
    !unwanted.every((term) => isTopicOrSource(term) || isWhole(term))
  ) {
    return null
  }
  return {
    followedTopics: [...topics, ...valuesOf(terms, 'topic')],
    followedSources: valuesOf(terms, 'source'),
    mutedTopics: [...filter.none, ...valuesOf(unwanted, 'topic')],
    mutedSources: valuesOf(unwanted, 'source'),
    mutedWords: unwanted.flatMap((term) => (term.kind === 'words' ? term.words.join(' ') : [])),
  }
}

function termsOf(clauses: Clause[]): Term[] {
  return clauses.flatMap(({ terms }) => terms)
}

function isTopicOrSource(term: Term): boolean {
  return term.kind === 'topic' || (term.kind === 'source' && readDomain(term.value) !== '')
}

function isWhole(term: Term): boolean {
  return term.kind === 'words' && !term.prefix
}

function valuesOf(terms: Term[], kind: 'topic' | 'source'): string[] {
  return terms.flatMap((term) => (term.kind === kind ? term.value : []))
}
