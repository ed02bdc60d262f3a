import { useEffect } from 'react'
import { firstVisible, focusOn } from './first-visible'
import { navigationKind } from './navigation-kind'
import { oncePainted } from './once-painted'

/** By the address of a page, the link through which it was last left. */
const lastLinks = new Map<string, WeakRef<HTMLElement>>()

const address = () => location.pathname + location.search

/** Told before a link is followed: whoever comes back goes on from it. */
export function leaveThrough(link: HTMLElement): void {
  lastLinks.set(address(), new WeakRef(link))
}

/**
 * Gives the focus a place on each page that is come to without loading a document. The router leaves
 * it on the page that was left, which is hidden: the next press of Tab would go on behind everything
 * that is seen, and a screen reader would not say that anything has changed.
 *
 * @param isPending whether a followed link's page is still on its way
 * @param pathname of the page that is shown
 */
export function useNavigationFocus(isPending: boolean, pathname: string): void {
  useEffect(() => {
    if (isPending || navigationKind() === 'load') return
    // Not before the page is painted: a reader waits for that.
    return oncePainted(placeFocus)
  }, [isPending, pathname])
}

function placeFocus(): void {
  const { activeElement, body } = document
  if (activeElement && activeElement !== body && activeElement.checkVisibility()) return
  const link = navigationKind() === 'traverse' ? lastLinks.get(address())?.deref() : undefined
  if (link?.checkVisibility()) return link.focus({ preventScroll: true })
  const content = firstVisible('main')
  if (content) focusOn(content)
}
