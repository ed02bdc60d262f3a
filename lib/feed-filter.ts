import { canonicalSearchText } from './search/search-text'

/**
 * The stops between heat and quality, from the one end to the other. The
 * numbers tell how much of the weight is quality's, in per cent; `top`, the
 * default, is the middle.
 */
export const BLENDS = ['blend0', 'blend25', 'top', 'blend75', 'blend100'] as const
export type Blend = (typeof BLENDS)[number]

/** The orders a feed can have. `top` is the default. */
export const SORTS = [
  'top',
  'latest',
  'heat',
  'quality',
  'blend0',
  'blend25',
  'blend75',
  'blend100',
] as const
export type FeedSort = (typeof SORTS)[number]

/** The orders of what a search finds. `relevance` is the default. */
export const SEARCH_SORTS = ['relevance', ...SORTS] as const
export type Sort = (typeof SEARCH_SORTS)[number]

/**
 * How far back `heat` and `quality` look, counted from the newest listed
 * article, so that an archive is not empty.
 */
export const WINDOWS = ['day', 'week', 'month', 'all'] as const
export type Window = (typeof WINDOWS)[number]
export const DEFAULT_WINDOW: Window = 'week'

/** Seconds in each window; null has no bound. */
export const WINDOW_SECONDS: Record<Window, number | null> = {
  day: 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
  all: null,
}

/**
 * What a feed lists and in which order. `q` is what its stories are searched
 * for, in its one form, or empty. Topics are slugs, sorted and without
 * doubles; one slug stands in one group only; `any` never holds exactly one
 * (that is `all` with one). `window` is null for sorts that have none.
 */
export interface FeedFilter {
  q: string
  sort: Sort
  window: Window | null
  any: readonly string[]
  all: readonly string[]
  none: readonly string[]
}

/** Articles on one page of a feed, unless a reader of the API asks for another number. */
export const FEED_PAGE_SIZE = 20

/** The most articles that one page can hold. */
export const MAX_PAGE_SIZE = 100

/** How many topics one filter can name. */
export const MAX_TOPICS = 20

/** The feed at `/`: every story, best first. */
export const DEFAULT_FILTER: FeedFilter = {
  q: '',
  sort: 'top',
  window: null,
  any: [],
  all: [],
  none: [],
}

/** The orders that a feed offers, the default first. */
export function sortsOf({ q }: Pick<FeedFilter, 'q'>): readonly [Sort, ...Sort[]] {
  return q === '' ? SORTS : SEARCH_SORTS
}

/** How far a feed looks back unless it is told: a search finds old stories, too. */
export function defaultWindow({ q }: Pick<FeedFilter, 'q'>): Window {
  return q === '' ? DEFAULT_WINDOW : 'all'
}

/** True for the sorts that weigh heat against quality and time. */
export function isBlend(sort: Sort): sort is Blend {
  return BLENDS.some((blend) => blend === sort)
}

/** True for the sorts that look back over a window. */
export function hasWindow(sort: Sort): boolean {
  return sort === 'heat' || sort === 'quality'
}

/** The topics whose stories a filter lists, whichever way it combines them. */
export function includedTopics(filter: FeedFilter): string[] {
  return sorted([...filter.any, ...filter.all])
}

/** The one topic that a feed is of, whatever it leaves out; null for one of several topics or of none. */
export function soleTopic({ any, all }: Pick<FeedFilter, 'any' | 'all'>): string | null {
  const [topic, ...others] = all
  return topic !== undefined && others.length === 0 && any.length === 0 ? topic : null
}

/** True when the filter lists every story. */
export function isUnfiltered({ q, any, all, none }: FeedFilter): boolean {
  return q === '' && any.length + all.length + none.length === 0
}

/**
 * Brings a filter into its one form: topics sorted and without doubles, a
 * group `any` of one told as `all`, an `any` that `all` already fulfils left
 * out, a sort that the feed has, and a window just where the sort has one.
 *
 * @param filter one whose excluded topics are not included as well
 */
export function normaliseFilter(filter: FeedFilter): FeedFilter {
  const any = new Set(filter.any)
  const all = new Set(filter.all)
  if (any.size === 1) any.forEach((slug) => all.add(slug))
  const fulfilled = [...any].some((slug) => all.has(slug))
  const q = canonicalSearchText(filter.q)
  const sorts = sortsOf({ q })
  const sort = sorts.includes(filter.sort) ? filter.sort : sorts[0]
  return {
    q,
    sort,
    window: hasWindow(sort) ? (filter.window ?? defaultWindow({ q })) : null,
    any: fulfilled ? [] : sorted(any),
    all: sorted(all),
    none: sorted(filter.none),
  }
}

/** The same stories in another order; a window is kept where the new sort has one. */
export function withSort(filter: FeedFilter, sort: Sort, window = filter.window): FeedFilter {
  return normaliseFilter({ ...filter, sort, window })
}

/**
 * One more topic: `and` keeps the stories that are also in it, `or` lists
 * those in it or in any topic included so far, `not` takes its stories away.
 */
export function withTopic(filter: FeedFilter, slug: string, how: 'and' | 'or' | 'not'): FeedFilter {
  const rest = withoutTopic(filter, slug)
  if (how === 'and') return normaliseFilter({ ...rest, all: [...rest.all, slug] })
  if (how === 'not') return normaliseFilter({ ...rest, none: [...rest.none, slug] })
  return normaliseFilter({ ...rest, any: [...includedTopics(rest), slug], all: [] })
}

/** The filter as if the topic had never been chosen. */
export function withoutTopic(filter: FeedFilter, slug: string): FeedFilter {
  const without = (slugs: readonly string[]) => slugs.filter((other) => other !== slug)
  const { any, all, none } = filter
  return normaliseFilter({ ...filter, any: without(any), all: without(all), none: without(none) })
}

/** One topic alone, or all stories for null, in the same order. */
export function onlyTopic(filter: FeedFilter, slug: string | null): FeedFilter {
  return normaliseFilter({ ...filter, any: [], all: slug === null ? [] : [slug], none: [] })
}

function sorted(slugs: Iterable<string>): string[] {
  return [...new Set(slugs)].sort()
}
