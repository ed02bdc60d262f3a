'use client'

import { useEffect, useState } from 'react'
import { LocalLink } from '@/components/local-link'
import { isFollowing } from '@/lib/reader/choices'
import { useSettings } from './settings-store'

/** Where it is told why a feed of one's own has no address. */
const EXPLAINED = '/settings#mine'

/** The way to the reader's own feed. Its address depends on the device; styles show it where something is followed. */
export function MineLink({ label }: { label: string }) {
  const settings = useSettings()
  const [href, setHref] = useState(EXPLAINED)
  useEffect(() => {
    if (!isFollowing(settings)) return
    let isCurrent = true
    void import('./my-feed-href').then(({ myFeedHref }) => {
      if (isCurrent) setHref(myFeedHref(settings) ?? EXPLAINED)
    })
    return () => {
      isCurrent = false
    }
  }, [settings])
  return (
    <LocalLink href={href} className="site-link mine-link">
      {label}
    </LocalLink>
  )
}
