import type { ArticleDetail } from './article'

const HOUR = 3_600

/**
 * Why an article stands where it stands in the top feed, in one plain
 * sentence. Its hours, added to its first time, give its last, which is the
 * rank itself.
 *
 * @returns such as `Published 21 Nov 2026, 14:05 UTC; -16 h for quality 52,
 *   +28 h for 4 others reporting it, so it ranks as if published 22 Nov 2026, 02:05 UTC.`
 */
export function explainRank(
  article: Pick<ArticleDetail, 'rank' | 'quality' | 'heat' | 'publishedAt'>,
): string {
  const { rank, publishedAt } = article
  const early = rank.published < Math.floor(Date.parse(publishedAt) / 1_000)
  const start = `${early ? 'First seen' : 'Published'} ${formatSeconds(rank.published)}`
  const terms = [explainQuality(article), explainBuzz(article)].filter((term) => term !== null)
  if (terms.length === 0) return `${start}; nothing moves it up or down from there.`
  return `${start}; ${terms.join(', ')}, so it ranks as if published ${formatSeconds(rank.total)}.`
}

function explainQuality({ rank, quality }: Pick<ArticleDetail, 'rank' | 'quality'>): string | null {
  return rank.quality === 0 ? null : `${formatHours(rank.quality)} for quality ${quality}`
}

function explainBuzz({
  rank,
  quality,
  heat,
}: Pick<ArticleDetail, 'rank' | 'quality' | 'heat'>): string | null {
  const { buzz, reportedBy } = rank
  if (buzz === 0) return null
  if (reportedBy === 0) return `${formatHours(buzz)} for heat ${heat}, above quality ${quality}`
  return `${formatHours(buzz)} for ${reportedBy} other${reportedBy === 1 ? '' : 's'} reporting it`
}

function formatHours(seconds: number): string {
  return `${seconds < 0 ? '-' : '+'}${Math.abs(seconds) / HOUR} h`
}

function formatSeconds(seconds: number): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  })
  return `${time.format(seconds * 1_000)} UTC`
}
