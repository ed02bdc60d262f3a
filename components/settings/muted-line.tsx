'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useBodyMark } from '@/components/use-body-mark'

/** How many stories of a list are muted, and the way to see them all the same. Styles show it where anything is. */
export function MutedLine() {
  const t = useTranslations('feed')
  const line = useRef<HTMLParagraphElement>(null)
  const count = useMutedCount(line)
  const [isShown, setShown] = useState(false)
  useBodyMark('mutedShown', isShown)
  return (
    <p ref={line} className="muted-line">
      {count > 0 && (
        <>
          {t('muted', { count })}{' '}
          <button type="button" onClick={() => setShown(!isShown)}>
            {isShown ? t('hideMuted') : t('showMuted')}
          </button>
        </>
      )}
    </p>
  )
}

/** How many of the stories around an element are marked as muted (components/before-paint/mark-stories.ts). */
function useMutedCount(element: React.RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const list = element.current?.closest('main')
    if (!list) return
    const recount = () => setCount(list.querySelectorAll('.story[data-muted]').length)
    const observer = new MutationObserver(recount)
    observer.observe(list, { subtree: true, attributeFilter: ['data-muted'] })
    recount()
    return () => observer.disconnect()
  }, [element])
  return count
}
