import { useLocale, useTranslations } from 'next-intl'
import { useLayoutEffect, useRef, useState } from 'react'

/** Says, when asked, why a story is where it is in the feed that the page shows. Part of a panel over the page. */
export function WhyHere({ id }: { id: string }) {
  const t = useTranslations('why')
  const locale = useLocale()
  const place = useRef<HTMLParagraphElement>(null)
  const [reason, setReason] = useState<string | null>(null)
  const ask = () => {
    const query = new URLSearchParams(location.search)
    query.set('locale', locale)
    fetchReason(`/api/articles/${id}/why?${query}`).then(setReason, () => setReason(t('failed')))
  }
  useLayoutEffect(() => {
    if (reason !== null && place.current) keepInView(place.current)
  }, [reason])
  return (
    <>
      <button type="button" onClick={ask}>
        {t('ask')}
      </button>
      <p ref={place} role="status" className="why">
        {reason}
      </p>
    </>
  )
}

async function fetchReason(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`answered ${response.status}`)
  const { why } = (await response.json()) as { why: string }
  return why
}

/** Moves the panel up as far as what was added to it has grown out of the view. */
function keepInView(added: HTMLElement): void {
  const panel = added.closest<HTMLElement>('[popover]')
  if (!panel) return
  const { top, bottom } = panel.getBoundingClientRect()
  if (bottom > innerHeight) panel.style.top = `${Math.max(0, top - (bottom - innerHeight))}px`
}
