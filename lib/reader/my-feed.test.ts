import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_FILTER, MAX_TOPICS } from '@/lib/feed-filter'
import { feedHref, parseFeedQuery } from '@/lib/feed-url'
import { parseSearchQuery } from '@/lib/search/search-query'
import { topicSlug } from '@/lib/topic-slug'
import { followedBy } from './followed-by'
import { myFeed } from './my-feed'
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings'

const reader = (choices: Partial<Settings>) => parseSettings({ ...DEFAULT_SETTINGS, ...choices })
const href = (choices: Partial<Settings>) => {
  const feed = myFeed(reader(choices))
  return feed && decodeURIComponent(feedHref(feed.filter))
}

describe('the address of my feed', () => {
  test('of topics alone is a feed, in the order that I like', () => {
    expect(href({ followedTopics: ['climate', 'ai'] })).toBe('/?any=ai,climate')
    expect(href({ followedTopics: ['ai'] })).toBe('/topics/ai')
    expect(href({ followedTopics: ['ai', 'climate'], mutedTopics: ['food'], sort: 'latest' })).toBe(
      '/?any=ai,climate&none=food&sort=latest',
    )
  })

  test('with sources or words is a search', () => {
    expect(href({ followedTopics: ['ai'], followedSources: ['bbc.com'] })).toBe(
      '/search?q=topic:ai+OR+source:bbc.com&sort=top',
    )
    expect(
      href({
        followedTopics: ['ai', 'climate'],
        mutedTopics: ['food'],
        mutedSources: ['example.org'],
        mutedWords: ['crypto', 'big cat', 'OR', 'topic:x'],
      }),
    ).toBe(
      '/search?q=-source:example.org+-crypto+-"big+cat"+-"OR"+-"topic:x"' +
        '&any=ai,climate&none=food&sort=top',
    )
  })

  test('is none where nothing is followed, or too much', () => {
    const topics = Array.from({ length: MAX_TOPICS + 1 }, (_, n) => `topic-${n}`)
    const sources = Array.from({ length: 15 }, (_, n) => `source-${n}.org`)
    expect(href({ mutedTopics: ['ai'], mutedWords: ['x'] })).toBeNull()
    expect(href({ followedTopics: topics })).toBeNull()
    expect(href({ followedTopics: topics.slice(1) })).not.toBeNull()
    expect(href({ followedSources: sources })).toBeNull()
  })

  test('leaves out mutes that it has no room for, and says how many', () => {
    const followedTopics = Array.from({ length: MAX_TOPICS - 1 }, (_, n) => `topic-${n}`)
    const mutedWords = Array.from({ length: 40 }, (_, n) => `word${n}`)
    const feed = myFeed(reader({ followedTopics, mutedTopics: ['a', 'b', 'c'], mutedWords }))
    const { clauses } = parseSearchQuery(feed?.filter.q ?? '')
    expect(feed?.filter.none).toEqual(['a'])
    expect(feed?.leftOut).toBe(2 + mutedWords.length - clauses.length)
  })
})

describe('following all of a shared feed', () => {
  const slug = fc.stringMatching(/^[a-z]{1,6}[ +#-]?[a-z0-9]{1,3}$/).map(topicSlug)
  const name = fc
    .domain()
    .map((domain) => domain.toLowerCase().slice(-30))
    .filter((domain) => /^[a-z]/.test(domain))
  const choices = fc.record({
    followedTopics: fc.uniqueArray(slug, { maxLength: 5 }),
    followedSources: fc.uniqueArray(name, { maxLength: 3 }),
    mutedTopics: fc.uniqueArray(slug, { maxLength: 5 }),
    mutedSources: fc.uniqueArray(name, { maxLength: 1 }),
    mutedWords: fc.uniqueArray(fc.stringMatching(/^[b-y]{2,5}( [b-y]{2,5})?$/), { maxLength: 3 }),
  })

  test('gives the same feed again', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const feed = myFeed(reader(chosen))
        if (!feed) return
        const shared = new URL(feedHref(feed.filter), 'http://localhost')
        const inPath = /^\/topics\/(.+)$/.exec(shared.pathname)?.[1]
        const parsed = parseFeedQuery(shared.searchParams, inPath)
        if (!parsed.ok) expect.fail(parsed.problem.found)
        const follows = followedBy(parsed.filter)
        expect(follows).not.toBeNull()
        expect(myFeed(reader(follows ?? {}))?.filter).toEqual(parsed.filter)
      }),
    )
  })

  test.each([
    'wind power',
    'topic:ai topic:climate',
    'topic:ai after:2021',
    'topic:ai OR wind',
    'topic:ai -wind*',
    'topic:ai -type:video',
    'source:"BBC News"',
    '-wind',
    '',
  ])('is not offered for %s', (q) => {
    expect(followedBy({ ...DEFAULT_FILTER, q })).toBeNull()
  })

  test('is not offered for stories under several topics at once', () => {
    expect(followedBy({ ...DEFAULT_FILTER, all: ['ai', 'climate'] })).toBeNull()
    expect(followedBy({ ...DEFAULT_FILTER, all: ['ai'], any: ['b', 'c'] })).toBeNull()
    expect(followedBy({ ...DEFAULT_FILTER, all: ['ai'] })?.followedTopics).toEqual(['ai'])
  })
})
