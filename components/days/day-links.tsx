import { useLocale, useTranslations } from 'next-intl'
import { LocalLink } from '@/components/local-link'
import { dateOf, dayHref } from '@/lib/days'
import { formatDate } from '@/lib/format-time'
import type { DayPage } from '@/lib/queries/days'

/** The days before and after that have stories. */
export function DayLinks({ previous, next }: Pick<DayPage, 'previous' | 'next'>) {
  const t = useTranslations('days')
  return (
    <nav aria-label={t('neighbours')} className="day-links">
      {previous !== null && <DayLink day={previous} rel="prev" label={t('previous')} />}
      {next !== null && <DayLink day={next} rel="next" label={t('next')} />}
    </nav>
  )
}

function DayLink({ day, rel, label }: { day: number; rel: 'prev' | 'next'; label: string }) {
  const date = formatDate(dateOf(day).toISOString(), 'UTC', useLocale())
  return (
    <LocalLink href={dayHref(day)} rel={rel}>
      <span className="label">{label}</span> {date}
    </LocalLink>
  )
}
