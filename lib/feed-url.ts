import {
  MAX_TOPICS,
  WINDOWS,
  defaultWindow,
  normaliseFilter,
  soleTopic,
  sortsOf,
  type FeedFilter,
} from './feed-filter'
import { canonicalSearchText } from './search/search-text'

/** What a URL can say about a feed, in canonical order. */
export const FEED_PARAMETERS = ['q', 'any', 'all', 'none', 'sort', 'window', 'cursor'] as const
export type FeedParameter = (typeof FEED_PARAMETERS)[number]

/** What is wrong with a URL, in words for a reader. */
export interface FeedProblem {
  parameter: FeedParameter
  found: string
  expected: string
}

export type ParsedFeed =
  { ok: true; filter: FeedFilter; cursor: string | null } | { ok: false; problem: FeedProblem }

/** The form of what lib/cursor.ts writes. */
const CURSOR = /^[\da-z.-]{1,100}$/

const TOPIC_SLUG = /^[\p{L}\p{M}\p{N}_-]{1,100}$/u

/**
 * Reads a feed from a URL. Unknown parameters and empty ones (as a GET form
 * sends them) say nothing; topics may stand in one list or in repeated
 * parameters, in whatever case; a window says nothing where the sort has none. What is searched
 * for is never a problem.
 *
 * @param params the query
 * @param topicInPath the slug of `/topics/<slug>`, decoded
 * @returns the filter in its one form, or the first problem found
 */
export function parseFeedQuery(params: URLSearchParams, topicInPath?: string): ParsedFeed {
  const q = canonicalSearchText(params.getAll('q').join(' '))
  const sorts = sortsOf({ q })
  const any = readTopics(params, 'any')
  const inPath = topicInPath === undefined ? [] : [topicInPath.toLowerCase()]
  const all = [...readTopics(params, 'all'), ...inPath]
  const none = readTopics(params, 'none')
  const sort = readChoice(params, 'sort', sorts)
  const window = readChoice(params, 'window', WINDOWS)
  const cursor = readCursor(params)
  const problem =
    findTopicProblem({ any, all, none }) ??
    [sort, window, cursor].find((result) => result.problem)?.problem
  if (problem) return { ok: false, problem }
  const chosen = { sort: sort.value ?? sorts[0], window: window.value }
  const filter = { q, ...chosen, any, all, none }
  return { ok: true, filter: normaliseFilter(filter), cursor: cursor.value ?? null }
}

/**
 * The canonical query of a feed, without a question mark: parameters in
 * order, topics sorted, defaults left out, the search written as forms send
 * it. The same for pages and the API.
 *
 * @param cursor where a later page begins, as `nextCursor` gave it
 */
export function feedQuery(filter: FeedFilter, cursor: string | null = null): string {
  const { q, any, all, none, sort, window } = filter
  const parts = [
    new URLSearchParams({ q }).toString(),
    ...Object.entries({ any, all, none }).map(([name, slugs]) => `${name}=${joinSlugs(slugs)}`),
    `sort=${sort === sortsOf(filter)[0] ? '' : sort}`,
    `window=${window === null || window === defaultWindow(filter) ? '' : window}`,
    `cursor=${encodeURIComponent(cursor ?? '')}`,
  ]
  return parts.filter((part) => !part.endsWith('=')).join('&')
}

/** The canonical public path of a feed: one topic stands in the path, the rest in the query. */
export function feedHref(filter: FeedFilter, cursor: string | null = null): string {
  if (filter.q !== '') return `/search?${feedQuery(filter, cursor)}`
  const topic = soleTopic(filter)
  const path = topic === null ? '/' : `/topics/${encodeURIComponent(topic)}`
  const query = feedQuery(topic === null ? filter : { ...filter, all: [] }, cursor)
  return query ? `${path}?${query}` : path
}

/** Where a search leads that is all a reader asks for. */
export function searchHref(text: string): string {
  return `/search?${new URLSearchParams({ q: canonicalSearchText(text) })}`
}

/** Where further topics are combined with those of a filter, outside of any search. */
export function pickerHref(filter: FeedFilter): string {
  const query = feedQuery(normaliseFilter({ ...filter, q: '' }))
  return query ? `/topics?${query}` : '/topics'
}

/**
 * Reads the last segment of an internal path, under which proxy.ts has a feed
 * with parameters rendered and cached.
 *
 * @param segment encoded or already decoded: a query holds a `=`, an encoded one never does
 * @returns a problem for every query but a canonical one, so that each feed is kept once
 */
export function parseInternalFeedPath(segment: string): ParsedFeed {
  const query = segment.includes('=') ? segment : decodeSegment(segment)
  const parsed = parseFeedQuery(new URLSearchParams(query))
  if (!parsed.ok || feedQuery(parsed.filter, parsed.cursor) === query) return parsed
  return { ok: false, problem: { parameter: 'any', found: query, expected: 'a canonical query' } }
}

/** Decodes one segment of a path; one that cannot be decoded is given back as it is. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function joinSlugs(slugs: readonly string[]): string {
  return slugs.map(encodeURIComponent).join(',')
}

function readTopics(params: URLSearchParams, name: 'any' | 'all' | 'none'): string[] {
  return params.getAll(name).flatMap((value) => value.toLowerCase().split(',').filter(Boolean))
}

function findTopicProblem(groups: Record<'any' | 'all' | 'none', string[]>): FeedProblem | null {
  for (const parameter of ['any', 'all', 'none'] as const) {
    const found = groups[parameter].find((slug) => !TOPIC_SLUG.test(slug))
    if (found !== undefined) return { parameter, found, expected: 'topics, such as climate,energy' }
  }
  const included = new Set([...groups.any, ...groups.all])
  const found = groups.none.find((slug) => included.has(slug))
  if (found !== undefined) {
    return { parameter: 'none', found, expected: 'topics that any and all do not name' }
  }
  const count = new Set([...included, ...groups.none]).size
  if (count <= MAX_TOPICS) return null
  const parameter = (['any', 'all', 'none'] as const).find((name) => groups[name].length > 0)
  return {
    parameter: parameter ?? 'any',
    found: `${count} topics`,
    expected: `at most ${MAX_TOPICS}`,
  }
}

type Read<T> = { value: T | null; problem?: undefined } | { value: null; problem: FeedProblem }

function readOne(params: URLSearchParams, parameter: FeedParameter): Read<string> {
  const values = params.getAll(parameter).filter(Boolean)
  if (values.length <= 1) return { value: values[0] ?? null }
  return { value: null, problem: { parameter, found: values.join(', '), expected: 'one value' } }
}

function readCursor(params: URLSearchParams): Read<string> {
  const read = readOne(params, 'cursor')
  if (read.value === null || CURSOR.test(read.value)) return read
  const expected = 'a nextCursor of this feed, unchanged'
  return { value: null, problem: { parameter: 'cursor', found: read.value, expected } }
}

function readChoice<T extends string>(
  params: URLSearchParams,
  parameter: FeedParameter,
  choices: readonly T[],
): Read<T> {
  const { value: found, problem } = readOne(params, parameter)
  if (problem) return { value: null, problem }
  if (found === null) return { value: null }
  const value = choices.find((choice) => choice === found)
  if (value !== undefined) return { value }
  return { value: null, problem: { parameter, found, expected: `one of ${choices.join(', ')}` } }
}
