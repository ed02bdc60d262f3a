'use client'

import { useLayoutEffect } from 'react'
import { beforePaintScript } from './before-paint-script'

// Only the server has the text: a condition that the bundler decides keeps it out of the browser's scripts.
const script = typeof window === 'undefined' ? beforePaintScript() : ''

/**
 * Makes a page the reader's own before it is painted (docs/decisions/settings-before-paint.md).
 * A client component, because what a server component holds is sent a second time, as data.
 */
export function BeforePaint() {
  useLayoutEffect(() => {
    // Where the browser itself had to render the page, the script has not run.
    if (document.documentElement.hasAttribute('data-js')) return
    void import('./run-before-paint').then(({ runBeforePaint }) => runBeforePaint())
  }, [])
  return <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
}
