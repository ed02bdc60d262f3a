import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import german from '@/messages/de.json'
import english from '@/messages/en.json'
import { explainRank } from './explain-rank'
import { rankOf } from './rank'
import { RANK_PROFILE } from './rank-profile'

const inEnglish = {
  t: createTranslator({ locale: 'en', messages: english, namespace: 'rank' }),
  locale: 'en',
} as const
const inGerman = {
  t: createTranslator({ locale: 'de', messages: german, namespace: 'rank' }),
  locale: 'de',
} as const

function explain(
  scores: { quality: number | null; heat: number | null },
  language: typeof inEnglish | typeof inGerman = inEnglish,
) {
  const { quality, heat } = scores
  const publishedAt = new Date('2026-11-21T14:05:09Z')
  const rank = rankOf({ publishedAt, quality, heat, reportedBy: 2 })
  return {
    rank,
    sentence: explainRank(
      { rank, quality, heat, publishedAt: publishedAt.toISOString() },
      language,
    ),
  }
}

test('the hours told are exactly those between the first time told and the last', () => {
  const score = fc.option(fc.integer({ min: -1_000, max: 1_000 }))
  fc.assert(
    fc.property(score, score, (quality, heat) => {
      const { sentence, rank } = explain({ quality, heat })
      const hours = [...sentence.matchAll(/([+-]\d+) h for/g)].map(([, number]) => Number(number))
      const told = hours.reduce((sum, term) => sum + term, 0)
      expect(told * 3_600).toBe(rank.total - rank.published)
      const [from, to] = sentence.match(/\d+ \w+ \d{4}, \d\d:\d\d UTC/g) ?? []
      const apart = from && to ? Date.parse(to) - Date.parse(from) : 0
      expect(apart).toBe(told * 3_600_000)
    }),
    { examples: [[RANK_PROFILE.neutralQuality, 0]] },
  )
})

test('says in plain words what lifts a story and what lowers it', () => {
  const quality = RANK_PROFILE.neutralQuality - 8
  expect(explain({ quality, heat: quality + 40 }).sentence).toMatch(
    new RegExp(
      `^Published 21 Nov 2026, 14:05 UTC; -\\d+ h for quality ${quality}, \\+\\d+ h for 4 others reporting it, ` +
        'so it ranks as if published 2\\d Nov 2026, \\d\\d:05 UTC\\.$',
    ),
  )
  expect(explain({ quality: null, heat: -1 }).sentence).toContain('h for 2 others reporting it')
  expect(explain({ quality: 90, heat: 100 }).sentence).toContain('for 1 other reporting it')
  expect(explain({ quality: 90, heat: 94 }).sentence).toContain('for heat 94, above quality 90')
})

test('says so when nothing moves a story', () => {
  const neutral = RANK_PROFILE.neutralQuality
  expect(explain({ quality: neutral, heat: neutral }).sentence).toBe(
    'Published 21 Nov 2026, 14:05 UTC; nothing moves it up or down from there.',
  )
})

test('names only the day where the document gives no time', () => {
  const neutral = RANK_PROFILE.neutralQuality
  const { rank } = explain({ quality: neutral, heat: neutral })
  const story = { rank, quality: neutral, heat: neutral, publishedAt: '2026-11-05' }
  expect(explainRank(story, inEnglish)).toBe(
    'Published 5 Nov 2026; nothing moves it up or down from there.',
  )
})

test('says it in the reader’s language', () => {
  const quality = RANK_PROFILE.neutralQuality - 8
  expect(explain({ quality, heat: quality + 40 }, inGerman).sentence).toMatch(
    /^Veröffentlicht am 21\. Nov\. 2026, 14:05 UTC; -\d+ Std\. für .*, \+\d+ Std\. für 4 weitere Berichte/,
  )
})
