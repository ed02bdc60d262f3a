import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import arabic from '@/messages/ar.json'
import english from '@/messages/en.json'
import german from '@/messages/de.json'
import { explainPlace, type Standing } from './explain-place'
import { BLENDS, SEARCH_SORTS } from './feed-filter'
import { blendProfile, rankOf } from './rank'

const LANGUAGES = [
  {
    t: createTranslator({ locale: 'en', messages: english, namespace: 'rank' }),
    locale: 'en',
  } as const,
  {
    t: createTranslator({ locale: 'de', messages: german, namespace: 'rank' }),
    locale: 'de',
  } as const,
  {
    t: createTranslator({ locale: 'ar', messages: arabic, namespace: 'rank' }),
    locale: 'ar',
  } as const,
]
const publishedAt = new Date('2026-11-21T14:05:09Z')
const input = { publishedAt, quality: 70, heat: 100, reportedBy: 0 }

function explain(standing: Partial<Standing>, [language] = LANGUAGES): string {
  const { quality, heat } = input
  const rest = { sort: 'top', since: null, titleLift: 0, rank: rankOf(input) } as const
  const whole = { publishedAt: publishedAt.toISOString(), quality, heat, ...rest, ...standing }
  return language ? explainPlace(whole, language) : ''
}

describe('why a story is where it is', () => {
  test('says at every stop between heat and quality the hours that count there', () => {
    const told = BLENDS.map((sort) => explain({ sort, rank: rankOf(input, blendProfile(sort)) }))
    expect(told.map((text) => /\+\d+ h for quality/.exec(text)?.[0])).toEqual([
      undefined,
      '+20 h for quality',
      '+40 h for quality',
      '+60 h for quality',
      '+80 h for quality',
    ])
    expect(told.map((text) => /\+\d+ h for 3 others/.exec(text)?.[0])).toEqual([
      '+96 h for 3 others',
      '+72 h for 3 others',
      '+48 h for 3 others',
      '+24 h for 3 others',
      undefined,
    ])
  })

  test('names a score, and the time since which stories are compared by it', () => {
    const since = Date.parse('2026-11-14T12:00:00Z') / 1_000
    expect(explain({ sort: 'heat', since })).toBe(
      'Heat 100; of the stories since 14 Nov 2026, 12:00 UTC the hottest come first.',
    )
    expect(explain({ sort: 'quality' })).toBe('Quality 70; of all stories the best come first.')
    expect(explain({ sort: 'heat', heat: null })).toContain('not known')
  })

  test('says of the latest when they were published', () => {
    expect(explain({ sort: 'latest' })).toBe(
      'Published 21 Nov 2026, 14:05 UTC; the newest come first.',
    )
  })

  test('adds up for a search, too: a title with all its words lifts', () => {
    const told = explain({ sort: 'relevance', titleLift: 86_400 })
    expect(told).toContain('+24 h for a title with all words of the search')
    expect(told).toMatch(/as if published 26 Nov 2026, 06:05 UTC\.$/)
    expect(explain({ sort: 'relevance', titleLift: null })).not.toMatch(/\d/)
  })

  test('is one sentence in each language, for every order and whatever is known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEARCH_SORTS),
        fc.constantFrom(...LANGUAGES),
        fc.option(fc.integer()),
        fc.option(fc.integer()),
        fc.option(fc.integer({ min: 0, max: 2e9 })),
        (sort, language, heat, quality, since) => {
          const rank = rankOf({ ...input, heat, quality })
          const told = explain({ sort, heat, quality, since, rank }, [language])
          expect(told).toMatch(/^[^.].*\.$/u)
          expect(told).not.toMatch(/undefined|NaN|null|\{|rank\./)
        },
      ),
    )
  })
})
