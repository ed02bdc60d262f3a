import type { useTranslations } from 'next-intl'
import type { ArticleDetail } from './article'
import { formatMoment, formatPublished } from './format-time'
import { intlLocale, type Locale } from './locale'

const HOUR = 3_600

/** The language that a rank is explained in: its messages of the area `rank`, and its name. */
export interface Language {
  t: ReturnType<typeof useTranslations<'rank'>>
  locale: Locale
}

/** A rank, and what it is made of. */
export interface Ranked extends Pick<ArticleDetail, 'rank' | 'quality' | 'heat' | 'publishedAt'> {
  /** Seconds by which a search lifts it for its title. */
  titleLift?: number
}

/**
 * Why an article stands where it stands in an order of ranks, in one plain
 * sentence. Its hours, added to its first time, give its last, which is the
 * rank itself.
 *
 * @returns such as `Published 21 Nov 2026, 14:05 UTC; -16 h for quality 52,
 *   +28 h for 4 others reporting it, so it ranks as if published 22 Nov 2026, 02:05 UTC.`
 */
export function explainRank(article: Ranked, { t, locale }: Language): string {
  const { rank, titleLift = 0 } = article
  const start = explainTime(article, { t, locale })
  const terms = [explainTitle, explainQuality, explainBuzz]
    .map((explain) => explain(article, { t, locale }))
    .filter((term) => term !== null)
  if (terms.length === 0) return t('unmoved', { start })
  const list = new Intl.ListFormat(intlLocale(locale), { type: 'unit' }).format(terms)
  return t('moved', { start, terms: list, time: formatMoment(rank.total + titleLift, locale) })
}

/** When an article was published. */
export function explainTime({ publishedAt }: Ranked, { t, locale }: Language): string {
  return t('published', { time: formatPublished(publishedAt, locale) })
}

function explainTitle({ titleLift = 0 }: Ranked, language: Language): string | null {
  if (titleLift === 0) return null
  return language.t('inTitle', { hours: formatHours(titleLift, language) })
}

function explainQuality({ rank, quality }: Ranked, language: Language): string | null {
  if (rank.quality === 0) return null
  const hours = formatHours(rank.quality, language)
  return language.t('quality', { hours, quality: String(quality) })
}

function explainBuzz({ rank, quality, heat }: Ranked, language: Language): string | null {
  const { buzz, reportedBy: others } = rank
  if (buzz === 0) return null
  const hours = formatHours(buzz, language)
  if (others > 0) return language.t('others', { hours, others })
  return language.t('heat', { hours, heat: String(heat), quality: String(quality) })
}

function formatHours(seconds: number, { t, locale }: Language): string {
  const signed = { signDisplay: 'always', useGrouping: false } as const
  return t('hours', {
    hours: new Intl.NumberFormat(intlLocale(locale), signed).format(seconds / HOUR),
  })
}
