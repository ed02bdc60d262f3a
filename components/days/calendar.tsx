import { useLocale, useTranslations } from 'next-intl'
import { LocalLink } from '@/components/local-link'
import { dateOf, dayHref, monthOf, weeksOf } from '@/lib/days'
import { intlLocale, type Locale } from '@/lib/locale'
import type { MonthPage } from '@/lib/queries/days'
import { CalendarDay } from './calendar-day'

/** With which weekday a week begins where a language is mostly read: 1 for Monday, 6 for Saturday. */
const FIRST_WEEKDAY: Record<Locale, number> = { en: 1, de: 1, ar: 6 }

/** The least heat that a full bar stands for, so that a quiet month looks quiet. */
const LEAST_FULL = 100

interface CalendarProps {
  /** The day whose month is shown, since 1970. */
  day: number
  month: MonthPage
}

/** A month, with how many stories each day has and how hot its hottest is; each day leads to its page. */
export function Calendar({ day, month }: CalendarProps) {
  const t = useTranslations('days')
  const locale = useLocale()
  const weeks = weeksOf(monthOf(day), FIRST_WEEKDAY[locale])
  const stories = new Map(month.days.map((each) => [each.day, each]))
  const hottest = Math.max(LEAST_FULL, ...month.days.map(({ heat }) => heat ?? 0))
  return (
    <section aria-label={t('calendar')} className="calendar">
      <table>
        <caption>{formatMonth(day, locale)}</caption>
        <thead>
          <tr>
            {weekdaysOf(locale).map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((each, column) => (
                <td key={column}>
                  {each !== null && (
                    <CalendarDay
                      day={each}
                      stories={stories.get(each)}
                      hottest={hottest}
                      isShown={each === day}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <nav aria-label={t('months')} className="months">
        {[month.before, month.after].map(
          (other) =>
            other !== null && (
              <LocalLink key={other} href={dayHref(other)}>
                {formatMonth(other, locale)}
              </LocalLink>
            ),
        )}
      </nav>
    </section>
  )
}

function formatMonth(day: number, locale: Locale): string {
  const style = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(intlLocale(locale), style).format(dateOf(day))
}

function weekdaysOf(locale: Locale): { short: string; long: string }[] {
  const format = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(intlLocale(locale), { weekday, timeZone: 'UTC' })
  const [short, long] = [format('short'), format('long')]
  return Array.from({ length: 7 }, (_, index) => {
    // The fourth day of 1970 was a Sunday.
    const date = dateOf(3 + FIRST_WEEKDAY[locale] + index)
    return { short: short.format(date), long: long.format(date) }
  })
}
