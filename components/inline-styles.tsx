'use client'

// Only the server has the text: a condition that the bundler decides keeps it out of the browser's scripts.
const styles = typeof window === 'undefined' ? (process.env.HOTSHEET_STYLES ?? '') : ''

// Next sends some pages that are not there without any content, and the browser makes them.
const isLinked =
  typeof window !== 'undefined' && !document.querySelector('style[data-href~="hotsheet"]')

if (process.env.NODE_ENV === 'development') void import('@/app/globals.css')

/**
 * Puts the styles into the HTML's head, once, so that headlines are painted
 * without a second round trip (docs/decisions/inline-styles.md). A client
 * component, because what a server component holds is sent a second time, as
 * data; React knows the style by its `href` and leaves the one in the HTML alone.
 * In development the styles are linked, so that a change shows at once.
 */
export function InlineStyles() {
  if (process.env.NODE_ENV === 'development') return null
  // eslint-disable-next-line @next/next/no-css-tags -- no bundle holds these styles
  if (isLinked) return <link rel="stylesheet" href="/styles.css" precedence="default" />
  return (
    <style href="hotsheet" precedence="default">
      {styles}
    </style>
  )
}
