import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { endsInVain } from './ends-in-vain'
import { LocalLink } from './local-link'
import { StorySkeletons } from './skeletons'
import { useBodyMark } from './use-body-mark'

interface FeedEndProps {
  olderHref: string | null
  /** How many pages are shown. */
  pages: number
  hasMore: boolean
  isLoading: boolean
  isFailed: boolean
  loadMore: () => void
}

/** So far ahead of the end the next page is asked for, in pixels. */
const AHEAD = '1600px 0px'

const never = () => () => undefined

/** What stands below the last story: the way to older ones and the places kept free for them, or the end. */
export function FeedEnd(props: FeedEndProps) {
  const { olderHref, pages, hasMore, isLoading, isFailed, loadMore } = props
  const t = useTranslations('feed')
  const end = useRef<HTMLDivElement>(null)
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [isInVain, setInVain] = useState(false)
  useLoadingAhead(end, props, setInVain)
  const focusOnNewStories = useFocusOnNewStories(end, pages)
  // While pages load by themselves, the link waits for the keyboard, and nothing
  // stands below that the next stories would push down.
  const loadsItself = isScripted && !isFailed && hasMore && !isInVain
  useBodyMark('feedGoesOn', loadsItself)

  if (!hasMore || !olderHref) {
    return (
      <div ref={end} className="feed-end">
        <p>{t('end')}</p>
      </div>
    )
  }
  return (
    <>
      <div ref={end} className={loadsItself ? 'feed-more' : 'feed-end'}>
        {isFailed && <p role="alert">{t('failed')}</p>}
        <LocalLink
          className="button"
          rel="next"
          href={olderHref}
          aria-busy={isLoading}
          onClick={(event) => {
            event.preventDefault()
            focusOnNewStories()
            setInVain(false)
            loadMore()
          }}
        >
          {isFailed ? t('retry') : t('older')}
        </LocalLink>
      </div>
      {loadsItself && <StorySkeletons key={pages} />}
    </>
  )
}

type End = React.RefObject<HTMLDivElement | null>

function useLoadingAhead(
  end: End,
  { pages, hasMore, isLoading, isFailed, loadMore }: FeedEndProps,
  setInVain: (isInVain: boolean) => void,
) {
  useEffect(() => {
    const element = end.current
    if (!element || !hasMore || isLoading || isFailed) return
    const observer = new IntersectionObserver(
      (entries) => {
        // A busy page is told of several crossings at once; the last one holds.
        if (!entries.at(-1)?.isIntersecting) return
        if (endsInVain(element)) setInVain(true)
        else loadMore()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [end, pages, hasMore, isLoading, isFailed, loadMore, setInVain])
}

/**
 * Whoever asks for older stories with the keyboard goes on with the first of them.
 *
 * @returns what to call when they are asked for; stories that come by themselves move no focus
 */
function useFocusOnNewStories(end: End, pages: number): () => void {
  const isAsked = useRef(false)
  useEffect(() => {
    const element = end.current
    const { activeElement, body } = document
    // With the last page the link goes, and the focus that was on it.
    if (!isAsked.current || !(activeElement === body || element?.contains(activeElement))) return
    isAsked.current = false
    const lists = element?.previousElementSibling?.querySelectorAll('.stories') ?? []
    ;[...lists].at(-1)?.querySelector<HTMLElement>('h2 a')?.focus()
  }, [end, pages])
  return () => {
    isAsked.current = true
  }
}
