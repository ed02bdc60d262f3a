import 'server-only'
import type { ArticleSummary } from '@/lib/article'
import type { DayHeat, Month } from '@/lib/days'
import { findDayAfter, findDayBefore, listDaysOf, listStoriesOf } from '@/lib/store/days'
import { readFrom } from '@/lib/store/read'
import { livesWithContent } from './content'

/** Stories on the page of a day. */
const STORIES = 30

/** What a day's page shows of that day. Days are counted from 1970 (UTC). */
export interface DayPage {
  /** The top of the day, in order. */
  stories: ArticleSummary[]
  /** The nearest days that have stories; null where there is none. */
  previous: number | null
  next: number | null
}

/** A day's front page; without stories where none was published. */
export async function getDay(day: number): Promise<DayPage> {
  'use cache'
  livesWithContent()
  const [stories, previous, next] = await Promise.all([
    readFrom((database) => listStoriesOf(database, day, STORIES)),
    readFrom((database) => findDayBefore(database, day)),
    readFrom((database) => findDayAfter(database, day)),
  ])
  return { stories, previous, next }
}

/** A month's calendar, and the nearest days outside of it that have stories. */
export interface MonthPage {
  /** Those that have stories, in order. */
  days: DayHeat[]
  before: number | null
  after: number | null
}

/** What a calendar shows of a month. */
export async function getMonth(month: Month): Promise<MonthPage> {
  'use cache'
  livesWithContent()
  const [days, before, after] = await Promise.all([
    readFrom((database) => listDaysOf(database, month)),
    readFrom((database) => findDayBefore(database, month.first)),
    readFrom((database) => findDayAfter(database, month.last)),
  ])
  return { days, before, after }
}

/** The newest day that has stories; null without any. */
export async function getNewestDay(): Promise<number | null> {
  'use cache'
  livesWithContent()
  return readFrom((database) => findDayBefore(database, null))
}
