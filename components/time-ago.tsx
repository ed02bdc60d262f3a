'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { formatAge, formatDate } from '@/lib/format-time'
import { endOfMinute, watchMinutes } from './minute-clock'
import { readerZone } from './reader-zone'

const noAge = () => null

/**
 * A date as the server wrote it; how long ago it was, once the reader's clock is known.
 *
 * @param iso a moment or a calendar day
 */
export function TimeAgo({ iso }: { iso: string }) {
  const locale = useLocale()
  // The age itself, not the minute: most ages say the same for an hour, and are not rendered again.
  const currentAge = () => formatAge(iso, endOfMinute(), locale, readerZone())
  const age = useSyncExternalStore<string | null>(watchMinutes, currentAge, noAge)
  return <time dateTime={iso}>{age ?? formatDate(iso, 'UTC', locale)}</time>
}
