import { useSyncExternalStore } from 'react'
import { StorySkeletons } from './skeletons'

interface FeedEndProps {
  olderHref: string | null
  /** How many pages are shown. */
  page: number
  hasMore: boolean
  isLoading: boolean
  isFailed: boolean
  loadMore: () => void
}

const never = () => () => undefined

/** What stands below the last story: the way to older ones, their places kept free, or the end. */
export function FeedEnd({ olderHref, page, hasMore, isLoading, isFailed, loadMore }: FeedEndProps) {
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!hasMore || !olderHref) return <p className="feed-end">That is everything.</p>
  // While pages load by themselves, places are kept free for the next one, so
  // that nothing in view is pushed down when it comes. The link waits for the keyboard.
  const loadsItself = isScripted && !isFailed
  return (
    <>
      {loadsItself && <StorySkeletons key={page} />}
      <div className={loadsItself ? 'feed-more' : 'feed-end'}>
        {isFailed && <p role="alert">The next stories did not arrive.</p>}
        <a
          className={loadsItself ? 'button sr-only focus:not-sr-only' : 'button'}
          rel="next"
          href={olderHref}
          aria-busy={isLoading}
          onClick={(event) => {
            event.preventDefault()
            loadMore()
          }}
        >
          {isFailed ? 'Try again' : 'Older stories'}
        </a>
      </div>
    </>
  )
}
