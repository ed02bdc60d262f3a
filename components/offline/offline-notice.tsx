'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { whenIdle } from '@/components/when-idle'
import { intlLocale } from '@/lib/locale'
import type { Offline } from './start-offline'

/** Says quietly when there is no line, and from when what the reader sees is. */
export function OfflineNotice() {
  const t = useTranslations('offline')
  const locale = useLocale()
  const [offline, setOffline] = useState<Offline | null>(null)

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') {
      // It would answer with scripts that have been changed since.
      void import('./worker-link').then(({ unregisterWorkers }) => unregisterWorkers())
      return
    }
    let stop: (() => void) | undefined
    let isLeft = false
    const cancel = whenIdle(async () => {
      const { startOffline } = await import('./start-offline')
      if (!isLeft) stop = startOffline(setOffline)
    })
    return () => {
      isLeft = true
      cancel()
      stop?.()
    }
  }, [])

  const time = offline?.since && formatSince(offline.since, intlLocale(locale))
  return (
    <p role="status" className="offline-notice">
      {offline && (time ? t('noticeSince', { time }) : t('notice'))}
    </p>
  )
}

/** The hour, and the day where that is another one. */
function formatSince(since: Date, locale: string): string {
  const isToday = since.toDateString() === new Date().toDateString()
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' }
  return since.toLocaleString(locale, isToday ? time : { ...date, ...time })
}
