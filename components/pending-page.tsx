import { useEffect, useState } from 'react'
import { splitLocale } from '@/lib/locale'
import { ArticleSkeleton, FeedSkeleton } from './skeletons'

/** What comes sooner is not announced, in milliseconds. */
const PATIENCE = 150

/**
 * The layout of the page that is on its way, over the one that is left. Not a
 * `loading.tsx`: that is a Suspense boundary, and what it holds would need
 * JavaScript to be seen.
 *
 * @param path where the reader is going, or null when nothing is awaited
 */
export function PendingPage({ path }: { path: string | null }) {
  const [shown, setShown] = useState(false)

  useEffect(() => {
    if (path === null) return
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => {
      clearTimeout(timer)
      setShown(false)
    }
  }, [path])

  if (path === null || !shown) return null
  return (
    <div className="pending-page">
      {splitLocale(path).path.startsWith('/articles/') ? <ArticleSkeleton /> : <FeedSkeleton />}
    </div>
  )
}
