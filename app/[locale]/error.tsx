'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { isMissingPart, reloadOnce } from '@/components/offline/reload-once'
import { LocalLink } from '@/components/local-link'

/** Shown where a page fails; the rest of the site goes on. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('failure')

  useEffect(() => {
    if (isMissingPart(error)) reloadOnce()
  }, [error])

  return (
    <main id="content" className="page py-8">
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="mt-3 max-w-[60ch] text-muted">{t('why')}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="button button-strong" onClick={reset}>
          {t('retry')}
        </button>
        <LocalLink className="button" href="/" data-native="">
          {t('allStories')}
        </LocalLink>
      </p>
    </main>
  )
}
