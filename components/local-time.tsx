'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { formatExactTime } from '@/lib/format-time'
import { readerZone } from './reader-zone'

const never = () => () => undefined

/** The exact time: as the server wrote it, then in the reader's own zone; a calendar day is the same in all. */
export function LocalTime({ iso, fallback }: { iso: string; fallback: string }) {
  const locale = useLocale()
  const zone = useSyncExternalStore(never, readerZone, () => null)
  return <time dateTime={iso}>{zone ? formatExactTime(iso, zone, locale) : fallback}</time>
}
