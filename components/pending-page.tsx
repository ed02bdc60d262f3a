import { useEffect, useState } from 'react'
import { splitLocale } from '@/lib/locale'
import { ArticleSkeleton, FeedSkeleton } from './skeletons'

/** What comes sooner is not announced, in milliseconds. */
const AT_ONCE = 150

/** After so long, in milliseconds, the browser is asked instead: it says that it waits, and can be stopped. */
const PATIENCE = 10_000

/**
 * The layout of the page that is on its way, over the one that is left. Not a
 * `loading.tsx`: that is a Suspense boundary, and what it holds would need
 * JavaScript to be seen.
 *
 * @param href where the reader is going, or null when nothing is awaited
 */
export function PendingPage({ href }: { href: string | null }) {
  const [shown, setShown] = useState(false)

  useEffect(() => {
    if (href === null) return
    const begin = setTimeout(() => setShown(true), AT_ONCE)
    const end = setTimeout(() => {
      setShown(false)
      location.assign(href)
    }, PATIENCE)
    return () => {
      clearTimeout(begin)
      clearTimeout(end)
      setShown(false)
    }
  }, [href])

  if (href === null || !shown) return null
  const { path } = splitLocale(new URL(href).pathname)
  return (
    <div className="pending-page">
      {path.startsWith('/articles/') ? <ArticleSkeleton /> : <FeedSkeleton />}
    </div>
  )
}
