import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { dayHref } from '@/lib/days'
import { localePath } from '@/lib/locale'
import { getNewestDay } from '@/lib/queries/days'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('days')
  return { title: t('title') }
}

/** Leads to the newest day. */
export default async function DaysPage() {
  const day = await getNewestDay()
  if (day !== null) redirect(localePath(await getLocale(), dayHref(day)))
  const t = await getTranslations('days')
  return (
    <main id="content" className="page">
      <h1>{t('title')}</h1>
      <p>{t('none')}</p>
    </main>
  )
}
