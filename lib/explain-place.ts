import type { ArticleDetail } from './article'
import { explainRank, explainTime, type Language, type Ranked } from './explain-rank'
import { isBlend, type Sort } from './feed-filter'
import { formatMoment } from './format-time'

/** What an article's place in an order follows from. */
export interface Standing extends Pick<ArticleDetail, 'quality' | 'heat' | 'publishedAt'> {
  sort: Sort
  /** With the weights of the order, those of `top` where it has none. */
  rank: ArticleDetail['rank']
  /** Where the order's window begins, in seconds since 1970; null without one. */
  since: number | null
  /** Seconds by which the search lifts it for its title; null where only the search index can tell. */
  titleLift: number | null
}

/** Why an article stands where it stands in any of the orders, in one plain sentence. */
export function explainPlace(standing: Standing, language: Language): string {
  const { sort, titleLift, ...article } = standing
  if (sort === 'heat' || sort === 'quality') return explainScore(standing, sort, language)
  if (sort === 'latest') return language.t('latest', { start: explainTime(article, language) })
  if (isBlend(sort)) return explainRank(article, language)
  if (titleLift === null) return language.t('matched')
  return explainRank({ ...article, titleLift } satisfies Ranked, language)
}

function explainScore(
  standing: Standing,
  sort: 'heat' | 'quality',
  { t, locale }: Language,
): string {
  const score = standing[sort]
  if (score === null) return t(`unscored.${sort}`)
  const window = standing.since === null ? 'all' : 'some'
  const time = standing.since === null ? '' : formatMoment(standing.since, locale)
  return t(`scored.${sort}`, { score: String(score), window, time })
}
