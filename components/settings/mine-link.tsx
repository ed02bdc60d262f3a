'use client'

import { useEffect, useRef, useState } from 'react'
import { LocalLink } from '@/components/local-link'
import { isFollowing } from '@/lib/reader/choices'
import { readSettings, useSettings } from './settings-store'

/** Where it is told why a feed of one's own has no address. */
const EXPLAINED = '/settings#mine'

/** The way to the reader's own feed. Its address depends on the device; styles show it where something is followed. */
export function MineLink({ label }: { label: string }) {
  const settings = useSettings()
  const [href, setHref] = useState<string | null>(null)
  const pressed = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    if (!isFollowing(settings)) return
    let isCurrent = true
    const lead = (to: string | null) => isCurrent && setHref(to ?? EXPLAINED)
    import('./my-feed-href')
      .then(({ myFeedHref }) => myFeedHref(settings))
      .then(lead, () => lead(null))
    return () => {
      isCurrent = false
    }
  }, [settings])

  useEffect(() => {
    if (href === null) return
    pressed.current?.click()
    pressed.current = null
  }, [href])

  return (
    <LocalLink
      href={href ?? EXPLAINED}
      className="site-link mine-link"
      onClick={(event) => {
        // On a slow line the address comes after the press, which then leads there.
        if (href !== null || !isFollowing(readSettings())) return
        event.preventDefault()
        pressed.current = event.currentTarget
      }}
    >
      {label}
    </LocalLink>
  )
}
