import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { describeNotice, notice, type Notice } from './notice'

/** So long a notice stays when neither focus nor pointer is on it, in milliseconds. */
const STAY = 10_000

const dismiss = () => notice.set(null)

/** What was done, and the way to take it back. It goes by itself, but not from under the reader. */
export function NoticeBar({ shown }: { shown: Notice }) {
  const t = useTranslations('reader')
  const done = useTranslations('reader.done')
  const locale = useLocale()
  const bar = useRef<HTMLElement>(null)
  const [isHeld, setHeld] = useState(false)
  useOpen(bar, shown)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(dismiss, STAY)
    return () => clearTimeout(timer)
  }, [isHeld, shown])

  return (
    <section
      ref={bar}
      popover="manual"
      className="notice"
      aria-label={t('notice')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') dismiss()
      }}
    >
      <span>{describeNotice(shown, done, locale)}</span>
      {shown.undo && (
        <button
          type="button"
          onClick={() => {
            dismiss()
            shown.undo?.()
          }}
        >
          {t('undo')}
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {t('dismiss')}
      </button>
    </section>
  )
}

/** Opens it from where the reader is: Tab leads from there to its buttons, and the focus goes back there. */
function useOpen(bar: React.RefObject<HTMLElement | null>, shown: Notice) {
  useLayoutEffect(() => {
    const element = bar.current
    const focused = document.activeElement
    const source = focused instanceof HTMLElement ? focused : undefined
    element?.showPopover({ source })
    return () => {
      if (element?.contains(document.activeElement)) source?.focus({ preventScroll: true })
      element?.hidePopover()
    }
  }, [bar, shown])
}
