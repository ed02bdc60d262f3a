import { getTranslations } from 'next-intl/server'
import { localePath, type Locale } from '@/lib/locale'

/** What is said where an address leads to no page, and the ways on. */
export async function NothingHere({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'notFound' })
  return (
    <>
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="mt-3 max-w-[60ch] text-muted">{t('why')}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <a className="button button-strong" href={localePath(locale, '/')}>
          {t('allStories')}
        </a>
        <a className="button" href={localePath(locale, '/topics')}>
          {t('allTopics')}
        </a>
      </p>
    </>
  )
}
