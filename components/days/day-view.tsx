import { getLocale, getTranslations } from 'next-intl/server'
import { LocalLink } from '@/components/local-link'
import { dateOf, formatDay, monthOf, MOST_COUNTED } from '@/lib/days'
import { searchHref } from '@/lib/feed-url'
import { formatFullDate } from '@/lib/format-time'
import { getDay, getMonth } from '@/lib/queries/days'
import { Calendar } from './calendar'
import { DayLinks } from './day-links'
import { DayStories } from './day-stories'
import './day-view.css'

/** The front page of a day: its top stories, the days beside it, and its month. @param day since 1970 */
export async function DayView({ day }: { day: number }) {
  const [{ stories, previous, next }, month, locale, t] = await Promise.all([
    getDay(day),
    getMonth(monthOf(day)),
    getLocale(),
    getTranslations('days'),
  ])
  const count = month.days.find((each) => each.day === day)?.stories ?? 0
  return (
    <div className="day-page page">
      <main id="content">
        <h1>{formatFullDate(dateOf(day).toISOString(), 'UTC', locale)}</h1>
        <p className="meta">
          {count < MOST_COUNTED ? t('count', { count }) : t('many', { count })}
          <span>{t('utc')}</span>
        </p>
        <DayLinks previous={previous} next={next} />
        {stories.length > 0 && <DayStories stories={stories} />}
        {stories.length < count && (
          <p className="day-rest">
            <LocalLink className="button" href={searchHref(searchFor(day))}>
              {t('all')}
            </LocalLink>
          </p>
        )}
      </main>
      <Calendar day={day} month={month} />
    </div>
  )
}

/** Neither bound of a search includes the day that it names. */
function searchFor(day: number): string {
  return `after:${formatDay(day - 1)} before:${formatDay(day + 1)}`
}
