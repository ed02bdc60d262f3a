'use client'

import { startTransition, useEffect, useState } from 'react'
import { jumpTo } from './internal-link'
import { navigationKind } from './navigation-kind'
import { oncePainted } from './once-painted'

/**
 * False while a page behind a followed link is shown for the first time, true
 * right after that is painted: what does not fit the first screen waits for
 * it. A page that is loaded or come back to is whole at once.
 */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(() => navigationKind() !== 'push')

  useEffect(() => {
    if (isPainted) return
    return oncePainted(() => startTransition(() => setPainted(true)))
  }, [isPainted])

  return isPainted
}

/** Renders what stands further down once the page's beginning is painted. */
export function AfterPaint({ children }: { children: React.ReactNode }) {
  const isPainted = useIsPainted()
  useEffect(() => {
    // The router looked for the part that a link names before that was there.
    if (isPainted && navigationKind() === 'push' && location.hash) jumpTo(location.hash)
  }, [isPainted])
  return isPainted ? children : null
}
