'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { afterScroll } from './after-scroll'
import { fetchArticleStyles } from './article-styles'
import { leaveTrail } from './feed-trail'
import { formAddress, internalLink, isOnThisPage, jumpTo, routeOf } from './internal-link'
import { leaveThrough, useNavigationFocus } from './navigation-focus'
import { aboutToPush, watchTraversal } from './navigation-kind'
import { PendingPage } from './pending-page'
import { whenIdle } from './when-idle'

/** At rest, so many of the links in view are fetched ahead. */
const AHEAD = 16

/** A page that has not been scrolled for so long is at rest, in milliseconds: flicks follow each other faster. */
const REST = 600

function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}

/** A reader who saves data, or whose line is slow, gets only what they reach for. */
function mayFetchAhead(): boolean {
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string }
  }
  return !connection?.saveData && (connection?.effectiveType ?? '4g') === '4g'
}

function linksInView(): HTMLAnchorElement[] {
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>(
      'a[data-ahead]:not([href*="?"]):not(.stories-brief *)',
    ),
  ]
  return links
    .filter((link) => {
      const box = link.getBoundingClientRect()
      return (
        box.height > 0 &&
        box.bottom > 0 &&
        box.top < innerHeight &&
        box.right > 0 &&
        box.left < innerWidth
      )
    })
    .slice(0, AHEAD)
}

/**
 * Makes the page's plain links and search forms navigate without a reload. One listener for the
 * document instead of a component for each of several hundred links: nothing to
 * hydrate, nothing in the payload, and links that work before any script has run.
 * What is pointed at, touched or focused is fetched ahead, and so is what is in
 * view (`data-ahead`) once the page is at rest.
 */
export function InstantLinks() {
  const router = useRouter()
  const pathname = usePathname()
  const [isPending, startTransition] = useTransition()
  const [target, setTarget] = useState('')

  useEffect(() => {
    const { signal, abort } = stoppable()
    const goTo = (address: HTMLAnchorElement | URL) => {
      if (address instanceof HTMLElement) leaveThrough(address)
      aboutToPush()
      setTarget(address.href)
      startTransition(() => router.push(routeOf(address)))
    }
    const submit = (event: SubmitEvent) => {
      const address = event.defaultPrevented ? null : formAddress(event.target)
      if (!address) return
      event.preventDefault()
      goTo(address)
    }
    const navigate = (event: MouseEvent) => {
      const link = isPlainClick(event) ? internalLink(event.target) : null
      if (!link) return
      event.preventDefault()
      if (isOnThisPage(link)) return jumpTo(link.hash)
      if (link.closest('.stories')) leaveTrail(link)
      goTo(link)
    }
    let reachedFor: HTMLAnchorElement | null = null
    const fetchAhead = (event: Event) => {
      const link = internalLink(event.target)
      // One touch is told several times over.
      if (!link || link === reachedFor || isOnThisPage(link)) return
      reachedFor = link
      router.prefetch(routeOf(link))
    }
    watchTraversal(signal)
    document.addEventListener('click', navigate, { signal })
    document.addEventListener('submit', submit, { signal })
    for (const type of ['pointerover', 'touchstart', 'focusin']) {
      document.addEventListener(type, fetchAhead, { signal, passive: true })
    }
    return abort
  }, [router])

  useEffect(() => whenIdle(fetchArticleStyles), [])
  useNavigationFocus(isPending, pathname)

  useEffect(() => {
    if (!mayFetchAhead()) return
    const { signal, abort } = stoppable()
    const fetchInView = () => {
      for (const link of linksInView()) router.prefetch(routeOf(link))
    }
    afterScroll(REST, fetchInView, signal)()
    return abort
  }, [router, pathname])

  return <PendingPage href={isPending ? target : null} />
}

function stoppable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
