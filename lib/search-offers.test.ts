import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TopicInfo } from './article'
import { DEFAULT_FILTER, normaliseFilter } from './feed-filter'
import { topicsToAdd, widerSearches } from './search-offers'
import { parseSearchQuery } from './search/search-query'

const searchFor = (q: string, rest = {}) =>
  normaliseFilter({ ...DEFAULT_FILTER, q, sort: 'relevance', ...rest })
const filed = (...slugs: string[]) => ({
  topics: slugs.map((slug): TopicInfo => ({ slug, name: slug.toUpperCase() })),
})
const stories = [filed('climate', 'energy'), filed('energy'), filed('food')]

describe('a search can be narrowed to a topic of what it found', () => {
  test('the commonest first, and as a part of the text', () => {
    const offers = topicsToAdd(searchFor('wind'), stories)
    expect(offers.map(({ topic }) => topic.slug)).toEqual(['energy', 'climate', 'food'])
    expect(offers[0]?.filter).toEqual(searchFor('topic:energy wind'))
  })

  test('in which it is not already', () => {
    const offered = (filter: ReturnType<typeof searchFor>) =>
      topicsToAdd(filter, stories).map(({ topic }) => topic.slug)
    expect(offered(searchFor('topic:Energy wind'))).toEqual(['climate', 'food'])
    expect(offered(searchFor('wind', { all: ['food'] }))).toEqual(['energy', 'climate'])
  })

  test('whatever was searched for, the topic is added and nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"open', 'OR b', 'a OR', '-')),
        (text) => {
          const before = parseSearchQuery(text)
          for (const { topic, filter } of topicsToAdd(searchFor(text), stories)) {
            const term = { kind: 'topic', value: topic.slug }
            expect(parseSearchQuery(filter.q)).toMatchObject({
              clauses: [{ terms: [term], negated: false }, ...before.clauses],
              bounds: before.bounds,
            })
          }
        },
      ),
    )
  })
})

describe('a search that found nothing can be widened', () => {
  test.each([
    ['wind power', {}, ['wind OR power']],
    ['wind', {}, []],
    ['topic:climate "wind power" before:2021', {}, ['"wind power"']],
    ['source:"The Field" -type:video wind power', {}, ['wind power']],
    ['topic:climate', {}, []],
    ['wind -power', {}, []],
    ['wind', { all: ['food'], none: ['ai'] }, ['wind']],
  ])('%s %j by %j', (q, rest, wider) => {
    expect(widerSearches(searchFor(q, rest)).map(({ filter }) => filter.q)).toEqual(wider)
  })
})
