import type { FeedFilter } from './feed-filter'

/** What is known of how many stories there are, without counting any. */
export interface KeptCounts {
  /** All stories. */
  stories: number
  /** Stories under a topic, by its slug. */
  topic: (slug: string) => number
  /** Stories under both of two topics. */
  pair: (slug: string, other: string) => number
}

/**
 * How many stories a filter lists, as far as that follows from kept counts:
 * for at most two topics and no bound in time by inclusion and exclusion, and
 * for any filter whose topics have no story in common.
 *
 * @returns null where it would have to be counted
 */
export function countStories(filter: FeedFilter, counts: KeptCounts): number | null {
  if (isVoid(filter, counts)) return 0
  const named = [...filter.any, ...filter.all, ...filter.none]
  const bounded = filter.window !== null && filter.window !== 'all'
  if (filter.q !== '' || bounded || named.length > 2) return null
  return cellsOf(named, counts)
    .filter(({ topics }) => matches(filter, topics))
    .reduce((sum, { count }) => sum + count, 0)
}

/** Whether the filter wants topics together that no story stands under together. */
function isVoid({ any, all }: FeedFilter, { topic, pair }: KeptCounts): boolean {
  const apart = (slug: string) => all.some((other) => other !== slug && pair(slug, other) === 0)
  const isEmpty = (slug: string) => topic(slug) === 0 || apart(slug)
  return all.some(isEmpty) || (any.length > 0 && any.every(isEmpty))
}

/** All stories, parted by which of at most two topics they stand under. */
function cellsOf([first, second]: string[], { stories, topic, pair }: KeptCounts) {
  if (first === undefined) return [{ topics: [], count: stories }]
  if (second === undefined) {
    return [
      { topics: [first], count: topic(first) },
      { topics: [], count: stories - topic(first) },
    ]
  }
  const both = pair(first, second)
  return [
    { topics: [first, second], count: both },
    { topics: [first], count: topic(first) - both },
    { topics: [second], count: topic(second) - both },
    { topics: [], count: stories - topic(first) - topic(second) + both },
  ]
}

function matches({ any, all, none }: FeedFilter, topics: string[]): boolean {
  const under = (slug: string) => topics.includes(slug)
  return (any.length === 0 || any.some(under)) && all.every(under) && !none.some(under)
}
