import type { RankTerms } from './article'
import { BLENDS, WINDOWS, WINDOW_SECONDS, isBlend, type FeedSort, type Window } from './feed-filter'
import { blendProfile, rankOf, type RankInput } from './rank'
import { RANK_PROFILE, type RankProfile } from './rank-profile'

/** How many places of a feed a summary looks at. */
export const SUMMARY_PLACES = 25

/** A story that can be ranked with any weights. */
export interface Rankable {
  id: number
  title: string
  input: RankInput
}

/** A story at its place in an order. */
export interface RankedStory extends Rankable {
  /** 1 for the first. */
  place: number
  terms: RankTerms
}

/** What a feed's first places are like. */
export interface FeedSummary {
  stories: number
  /** Hours before the newest story of all. */
  medianAge: number
  /** Of those that have one; NaN when none has. */
  meanQuality: number
}

/** The order that a feed of these stories has, with the given weights. */
export function rankStories(
  stories: readonly Rankable[],
  sort: FeedSort,
  window: Window | null = null,
  profile: RankProfile = RANK_PROFILE,
): RankedStory[] {
  const weights = isBlend(sort) ? blendProfile(sort, profile) : profile
  const ranked = stories.map((story) => ({ ...story, terms: rankOf(story.input, weights) }))
  const seconds = window === null ? null : WINDOW_SECONDS[window]
  const since = seconds === null ? -Infinity : newestOf(stories) - seconds
  const keyOf = ({ terms, input }: Omit<RankedStory, 'place'>) => {
    if (isBlend(sort)) return terms.total
    return sort === 'latest' ? terms.published : (input[sort] ?? -Infinity)
  }
  return ranked
    .filter(({ terms }) => terms.published >= since)
    .sort((a, b) => compare(keyOf(b), keyOf(a)) || b.id - a.id)
    .map((story, index) => ({ ...story, place: index + 1 }))
}

/** When the newest story was published, in seconds since 1970; -Infinity without any. */
export function newestOf(stories: readonly Rankable[]): number {
  return stories.reduce((newest, { input }) => Math.max(newest, rankOf(input).published), -Infinity)
}

/** Median age and mean quality of a feed's first places. */
export function summarise(feed: readonly RankedStory[], newest: number): FeedSummary {
  const first = feed.slice(0, SUMMARY_PLACES)
  const ages = first.map(({ terms }) => (newest - terms.published) / 3_600).sort(compare)
  const qualities = first.flatMap(({ input }) => input.quality ?? [])
  return {
    stories: first.length,
    medianAge: ages[Math.floor(ages.length / 2)] ?? NaN,
    meanQuality: qualities.reduce((sum, quality) => sum + quality, 0) / qualities.length,
  }
}

/** As numbers compare; unlike a difference, equal infinities are equal. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * A feed as other weights would order it.
 *
 * @returns the new order, and each story's place in the present one by its id
 */
export function compareWeights(
  stories: readonly Rankable[],
  sort: FeedSort,
  window: Window | null,
  profile: RankProfile,
): { feed: RankedStory[]; before: Map<number, number> } {
  const present = rankStories(stories, sort, window)
  return {
    feed: rankStories(stories, sort, window, profile),
    before: new Map(present.map(({ id, place }) => [id, place])),
  }
}

/** The first places of every sort and window; with other weights, of `top` both as it is and as it would be. */
export function summariseSorts(
  stories: readonly Rankable[],
  profile: RankProfile,
): [name: string, summary: FeedSummary][] {
  const newest = newestOf(stories)
  const { qualityHours, buzzHours } = profile
  const same = qualityHours === RANK_PROFILE.qualityHours && buzzHours === RANK_PROFILE.buzzHours
  const tried = `top, with ${qualityHours} h a point and ${buzzHours} h a doubling`
  const orders: [string, RankedStory[]][] = [
    ['top', rankStories(stories, 'top')],
    ...(same
      ? []
      : [[tried, rankStories(stories, 'top', null, profile)] as [string, RankedStory[]]]),
    ...BLENDS.filter((blend) => blend !== 'top').map((blend): [string, RankedStory[]] => [
      blend,
      rankStories(stories, blend),
    ]),
    ['latest', rankStories(stories, 'latest')],
    ...(['heat', 'quality'] as const).flatMap((sort) =>
      WINDOWS.map((window): [string, RankedStory[]] => [
        `${sort}, ${window}`,
        rankStories(stories, sort, window),
      ]),
    ),
  ]
  return orders.map(([name, feed]) => [name, summarise(feed, newest)])
}
