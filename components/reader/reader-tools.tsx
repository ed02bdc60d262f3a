'use client'

import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useState, type ComponentType } from 'react'
import { inTurn } from '@/components/in-turn'
import { isOn } from '@/components/settings/settings-store'
import { takeEarlyPresses } from './early-presses'
import { MARKS_KEY, hasMarks } from './has-marks'
import type { readerWork } from './reader-work'
import { shortcutKey } from './shortcut-key'
import { shownArticle, storyAround } from './story-element'

type Work = typeof readerWork

/**
 * Makes stories saved, hidden and read, by buttons, keys and fingers. One listener
 * for the document instead of a component for each story; what the work takes is
 * loaded when a reader first does or opens something, or has done so before.
 */
export function ReaderTools() {
  const pathname = usePathname()
  const [Desk, setDesk] = useState<ComponentType | null>(null)

  const begin = useCallback(
    (work?: (work: Work) => void) =>
      import('./reader-work').then(
        ({ readerWork }) => {
          setDesk(() => readerWork.ReaderDesk)
          work?.(readerWork)
        },
        // Without a line it may not come; the next press tries again.
        () => undefined,
      ),
    [],
  )

  useEffect(() => {
    if (hasMarks() || shownArticle() || isOn('readOnScroll')) void inTurn(begin)
  }, [begin, pathname])

  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    const press = ({ target }: Pick<MouseEvent, 'target'>) => {
      const button = (target as Element).closest<HTMLElement>('[data-action]')
      const story = storyAround(button)
      if (button && story) void begin(({ pressAction }) => pressAction(button, story))
    }
    const pressKey = (event: KeyboardEvent) => {
      const key = shortcutKey(event)
      if (key) void begin(({ pressShortcut }) => pressShortcut(key))
    }
    const touch = (event: PointerEvent) => {
      const story = event.pointerType === 'touch' ? storyAround(event.target) : null
      if (story?.matches('.story')) void begin(({ followFinger }) => followFinger(story, event))
    }
    const hear = ({ key }: StorageEvent) => {
      if (key === MARKS_KEY) void begin()
    }
    addEventListener('storage', hear, { signal })
    document.addEventListener('click', press, { signal })
    for (const target of takeEarlyPresses()) press({ target })
    document.addEventListener('keydown', pressKey, { signal })
    document.addEventListener('pointerdown', touch, { signal, passive: true })
    return () => left.abort()
  }, [begin])

  return Desk && <Desk />
}
