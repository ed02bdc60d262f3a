/** How much each term of a rank is worth. */
export interface RankProfile {
  /** Changes whenever a weight does: ranks and cursors made with another version are void. */
  version: string
  /** The quality that neither lifts nor lowers; a piece without a score counts as this. */
  neutralQuality: number
  /** Hours that one point of quality above or below neutral is worth. */
  qualityHours: number
  /** Points beyond this distance from neutral add nothing more. */
  qualityReach: number
  /** Hours that each doubling of coverage is worth. */
  buzzHours: number
  /** Buzz beyond this adds nothing more; a piece has 10 for each other that reports it. */
  buzzReach: number
}

/** The weights in use. Why these: docs/decisions/ranking.md. */
export const RANK_PROFILE: RankProfile = {
  version: '1',
  neutralQuality: 60,
  qualityHours: 4,
  qualityReach: 100,
  buzzHours: 24,
  buzzReach: 1_000,
}
