import { useLocale, useTranslations } from 'next-intl'
import { LocalLink } from '@/components/local-link'
import { dateOf, dayHref, MOST_COUNTED, type DayHeat } from '@/lib/days'
import { intlLocale } from '@/lib/locale'

interface CalendarDayProps {
  /** Since 1970. */
  day: number
  /** Missing where the day has none. */
  stories: DayHeat | undefined
  /** The heat that a full bar stands for. */
  hottest: number
  /** Whether it is the day whose page is shown. */
  isShown: boolean
}

/** A day of the calendar: a link where it has stories, with the heat of its hottest as a number and a bar. */
export function CalendarDay({ day, stories, hottest, isShown }: CalendarDayProps) {
  const t = useTranslations('days')
  const tStory = useTranslations('story')
  const locale = useLocale()
  const number = new Intl.NumberFormat(intlLocale(locale)).format(dateOf(day).getUTCDate())
  if (!stories) return <span aria-current={isShown ? 'date' : undefined}>{number}</span>
  const { stories: count, heat } = stories
  const style = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const date = new Intl.DateTimeFormat(intlLocale(locale), style).format(dateOf(day))
  const isHot = heat !== null && heat > 0
  return (
    <LocalLink href={dayHref(day)} aria-current={isShown ? 'date' : undefined}>
      <span aria-hidden="true">{number}</span>
      {isHot && (
        <span
          aria-hidden="true"
          className="day-heat"
          style={{ '--share': `${Math.round((heat / hottest) * 100)}%` } as React.CSSProperties}
        >
          {tStory('degrees', { heat })}
        </span>
      )}
      <span className="sr-only">
        {count < MOST_COUNTED ? t('day', { date, count }) : t('dayOfMany', { date, count })}
        {isHot && `, ${t('hottest', { heat: String(heat) })}`}
      </span>
    </LocalLink>
  )
}
