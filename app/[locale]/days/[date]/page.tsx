import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DayView } from '@/components/days/day-view'
import { MissingPage, missingMetadata } from '@/components/missing-page'
import { dateOf, formatDay, parseDay } from '@/lib/days'
import { formatFullDate } from '@/lib/format-time'
import { getDay, getNewestDay } from '@/lib/queries/days'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[locale]/days/[date]'>

export async function generateStaticParams() {
  const day = await getNewestDay()
  // An empty store still needs one address to check the page with.
  return [{ date: day === null ? '-' : formatDay(day) }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const day = parseDay((await params).date)
  if (day === null) return missingMetadata()
  const t = await getTranslations('days')
  const date = formatFullDate(dateOf(day).toISOString(), 'UTC', await getLocale())
  const { stories } = await getDay(day)
  return {
    title: date,
    description: t('description', { date }),
    // Days without stories have no end.
    robots: stories.length > 0 ? undefined : { index: false },
  }
}

export default async function DayPage({ params }: Props) {
  const day = parseDay((await params).date)
  if (day === null) return <MissingPage />
  return <DayView day={day} />
}
