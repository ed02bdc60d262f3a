import { MAX_TOPICS, normaliseFilter, sortsOf, type FeedFilter } from '@/lib/feed-filter'
import { MAX_SEARCH_LENGTH, MAX_SEARCH_TERMS } from '@/lib/search/search-text'
import type { Settings } from './settings'

/** A reader's own feed, as any address can tell it. */
export interface MyFeed {
  filter: FeedFilter
  /** How many mutes found no room in the address: they hold on this device only. */
  leftOut: number
}

/**
 * The feed of what a reader follows, without what they mute. Topics alone make
 * a feed; sources and words make it a search (docs/search.md).
 *
 * @returns null where nothing is followed, or more than an address can name
 */
export function myFeed(settings: Settings): MyFeed | null {
  const { followedTopics, followedSources, mutedTopics, mutedSources, mutedWords } = settings
  const isSearch = followedSources.length > 0
  const any = isSearch ? [] : followedTopics
  const follows = isSearch
    ? [...followedTopics.map((slug) => `topic:${slug}`), ...followedSources.map(sourceTerm)]
    : []
  const wanted = follows.join(' OR ')
  if (followedTopics.length + follows.length === 0) return null
  if (any.length > MAX_TOPICS || !fits(wanted, follows.length)) return null

  const none = mutedTopics.slice(0, MAX_TOPICS - any.length)
  const mutes = [...mutedSources.map(sourceTerm), ...mutedWords.map(wordTerm)]
  const { q, named } = withMutes(wanted, follows.length, mutes)
  const sort = sortsOf({ q }).includes(settings.sort) ? settings.sort : 'top'
  const filter = normaliseFilter({ q, sort, window: null, any, all: [], none })
  return { filter, leftOut: mutedTopics.length - none.length + mutes.length - named }
}

/** Adds as many mutes to a search as it has room for. */
function withMutes(wanted: string, terms: number, mutes: string[]): { q: string; named: number } {
  let q = wanted
  let named = 0
  for (const mute of mutes) {
    const longer = `${q} -${mute}`.trim()
    if (!fits(longer, terms + named + 1)) continue
    q = longer
    named += 1
  }
  return { q, named }
}

function fits(q: string, terms: number): boolean {
  return terms <= MAX_SEARCH_TERMS && [...q].length <= MAX_SEARCH_LENGTH
}

function sourceTerm(domain: string): string {
  return `source:${domain}`
}

/** In quotation marks where it would be more than one word, or mean something in a search. */
function wordTerm(word: string): string {
  return /^[\p{L}\p{N}]+$/u.test(word) && word !== 'OR'
    ? word
    : `"${word.replace(/["“”„‟«»]/g, ' ')}"`
}
