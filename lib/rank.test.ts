import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLENDS } from './feed-filter'
import { blendProfile, rankOf, type RankInput } from './rank'
import { RANK_PROFILE } from './rank-profile'

const HOUR = 3_600
const noon = new Date('2026-11-22T12:00:00Z')
const ordinary: RankInput = {
  publishedAt: noon,
  quality: RANK_PROFILE.neutralQuality,
  heat: RANK_PROFILE.neutralQuality,
  reportedBy: 0,
}

const score = fc.option(
  fc.oneof(fc.integer({ min: -50, max: 250 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
)
const date = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2200-01-01'),
  noInvalidDate: true,
})
const input: fc.Arbitrary<RankInput> = fc.record({
  publishedAt: date,
  quality: score,
  heat: score,
  reportedBy: fc.nat(1_000),
})

describe('a rank', () => {
  test('is the exact sum of its terms, all whole seconds', () => {
    fc.assert(
      fc.property(input, (article) => {
        const { published, quality, buzz, total } = rankOf(article)
        expect(total).toBe(published + quality + buzz)
        for (const term of [published, quality, buzz]) expect(term).toSatisfy(Number.isSafeInteger)
      }),
    )
  })

  test('never falls when a story is newer, better, hotter or more widely reported', () => {
    fc.assert(
      fc.property(input, fc.nat(2 ** 31), (article, more) => {
        const { publishedAt, quality, heat, reportedBy } = article
        const rank = rankOf(article).total
        const later = (time: Date) => new Date(+time + more)
        expect(
          rankOf({ ...article, publishedAt: later(publishedAt) }).total,
        ).toBeGreaterThanOrEqual(rank)
        expect(rankOf({ ...article, reportedBy: reportedBy + more }).total).toBeGreaterThanOrEqual(
          rank,
        )
        if (heat === null) return
        expect(rankOf({ ...article, heat: heat + more }).total).toBeGreaterThanOrEqual(rank)
        if (quality === null) return
        // Heat contains quality: a better story with the same coverage is hotter by as much.
        const better = { ...article, quality: quality + more, heat: heat + more }
        expect(rankOf(better).total).toBeGreaterThanOrEqual(rank)
      }),
    )
  })

  test('puts two stories in the same order whenever one looks', () => {
    fc.assert(
      fc.property(input, input, fc.integer({ min: 0, max: 1e9 }), (one, other, passed) => {
        // Were everything a while later, the order would be the same.
        const shift = (article: RankInput) => ({
          ...article,
          publishedAt: new Date(+article.publishedAt + passed * 1_000),
        })
        const before = rankOf(one).total - rankOf(other).total
        expect(rankOf(shift(one)).total - rankOf(shift(other)).total).toBe(before)
      }),
    )
  })

  test('lets no single score pin a story for ever', () => {
    const { qualityReach, qualityHours, buzzHours, buzzReach } = RANK_PROFILE
    const most = qualityReach * qualityHours + buzzHours * Math.log2(1 + buzzReach / 10) + 1
    fc.assert(
      fc.property(input, (article) => {
        const { published, total } = rankOf(article)
        expect(Math.abs(total - published)).toBeLessThanOrEqual(most * HOUR)
      }),
    )
  })

  test('reads the coverage from heat, or counts providers where a document gives none', () => {
    const four = rankOf({ ...ordinary, quality: 52, heat: 92, reportedBy: 1 })
    expect(four.reportedBy).toBe(4)
    expect(rankOf({ ...ordinary, quality: 52, heat: null, reportedBy: 4 })).toEqual(four)
    expect(rankOf({ ...ordinary, quality: 52, heat: -1, reportedBy: 4 }).buzz).toBe(0)
  })

  test('takes a missing quality as neutral', () => {
    expect(rankOf({ ...ordinary, quality: null, heat: null }).quality).toBe(0)
    expect(rankOf(ordinary).quality).toBe(0)
  })
})

describe('a stop between heat and quality', () => {
  test('is a rank like any other: a sum of whole hours and the time', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...BLENDS), (article, blend) => {
        const { published, quality, buzz, total } = rankOf(article, blendProfile(blend))
        expect(published).toBe(rankOf(article).published)
        expect(total).toBe(published + quality + buzz)
        for (const term of [quality, buzz]) expect(term / HOUR).toSatisfy(Number.isSafeInteger)
      }),
    )
  })

  test('in the middle is the top feed itself', () => {
    fc.assert(
      fc.property(input, (article) => {
        expect(rankOf(article, blendProfile('top'))).toEqual(rankOf(article))
      }),
    )
  })

  test('gives quality the more and coverage the less, the further it is to its side', () => {
    fc.assert(
      fc.property(input, (article) => {
        const ranks = BLENDS.map((blend) => rankOf(article, blendProfile(blend)))
        for (const [index, { quality, buzz }] of ranks.entries()) {
          const before = ranks[index - 1]
          if (!before) continue
          expect(Math.abs(quality)).toBeGreaterThanOrEqual(Math.abs(before.quality))
          expect(buzz).toBeLessThanOrEqual(before.buzz)
        }
        expect(ranks[0]?.quality).toBe(0)
        expect(ranks.at(-1)?.buzz).toBe(0)
      }),
    )
  })
})
