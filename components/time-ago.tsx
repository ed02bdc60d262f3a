'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { formatAge, formatDate } from '@/lib/format-time'

const never = () => () => undefined
const currentMinute = () => Math.floor(Date.now() / 60_000)
const noMinute = () => null

/** A date as the server wrote it; how long ago it was, once the reader's clock is known. */
export function TimeAgo({ iso }: { iso: string }) {
  const locale = useLocale()
  const minute = useSyncExternalStore<number | null>(never, currentMinute, noMinute)
  const age = minute === null ? null : formatAge(iso, minute * 60_000 + 59_999, locale)
  return <time dateTime={iso}>{age ?? formatDate(iso, 'UTC', locale)}</time>
}
