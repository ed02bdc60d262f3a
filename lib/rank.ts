import type { RankTerms } from './article'
import type { Blend } from './feed-filter'
import { RANK_PROFILE, type RankProfile } from './rank-profile'

const HOUR = 3_600

/** Buzz that one other piece about the story stands for: documents give heat = quality + 10 for each. */
export const BUZZ_PER_PIECE = 10

/** What a rank is made of. */
export interface RankInput {
  publishedAt: Date
  /** Raw signed scores; null where the document gives none. */
  quality: number | null
  heat: number | null
  /** Distinct providers among the related pieces that readers can see. */
  reportedBy: number
}

/**
 * Ranks an article without a clock: exponential decay keeps the order of
 * `log(score) + published / half-life` as time passes (forward decay, Cormode
 * et al., ICDE 2009), so a rank is a sum that can be stored and paged.
 *
 * `published` is the date that the document gives. One in the future gains
 * nothing: its article is not listed before that moment. Quality and buzz are whole hours, so that what is told of
 * them adds up. Each stops counting at the profile's reach: scores have no
 * bounds of their own, and one absurd score must not pin a story for ever.
 *
 * @returns the terms in seconds; `total` is their exact sum
 */
export function rankOf(input: RankInput, profile: RankProfile = RANK_PROFILE): RankTerms {
  const published = Math.floor(+input.publishedAt / 1_000)
  const buzz = buzzOf(input)
  const quality = wholeHours(qualityPoints(input.quality, profile) * profile.qualityHours)
  const lift = wholeHours(coverage(buzz, profile) * profile.buzzHours)
  return {
    published,
    quality,
    buzz: lift,
    total: published + quality + lift,
    reportedBy: Math.round(buzz / BUZZ_PER_PIECE),
  }
}

/** How much of the weight is quality's at each stop; the rest is buzz's. */
const QUALITY_SHARE: Record<Blend, number> = {
  blend0: 0,
  blend25: 0.25,
  top: 0.5,
  blend75: 0.75,
  blend100: 1,
}

/** The weights at a stop between heat and quality: those of the profile itself in the middle. */
export function blendProfile(blend: Blend, profile: RankProfile = RANK_PROFILE): RankProfile {
  const share = QUALITY_SHARE[blend]
  return {
    ...profile,
    qualityHours: profile.qualityHours * 2 * share,
    buzzHours: profile.buzzHours * 2 * (1 - share),
  }
}

/** Heat contains quality, so what is above it is buzz; where a score is missing, providers are counted. */
function buzzOf({ quality, heat, reportedBy }: RankInput): number {
  if (heat === null || quality === null) return reportedBy * BUZZ_PER_PIECE
  return Math.max(0, heat - quality)
}

function qualityPoints(quality: number | null, { neutralQuality, qualityReach }: RankProfile) {
  const points = (quality ?? neutralQuality) - neutralQuality
  return Math.max(-qualityReach, Math.min(qualityReach, points))
}

function coverage(buzz: number, { buzzReach }: RankProfile): number {
  return Math.log2(1 + Math.min(buzz, buzzReach) / BUZZ_PER_PIECE)
}

function wholeHours(hours: number): number {
  // Adding zero keeps a negative one out of what is shown and compared.
  return Math.round(hours) * HOUR + 0
}
