import { firstVisible, focusOn } from './first-visible'

/** The link that an event is about, if it leads to another page of this site and may be taken over. */
export function internalLink(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link?.href || link.origin !== location.origin) return null
  if (link.target || link.hasAttribute('download') || link.dataset.native !== undefined) return null
  return link
}

/** Where a form of this site that only asks leads to; fields left empty say nothing. */
export function formAddress(form: EventTarget | null): URL | null {
  if (!(form instanceof HTMLFormElement) || form.method !== 'get') return null
  const address = new URL(form.action)
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') address.searchParams.append(name, value)
  }
  return address.origin === location.origin ? address : null
}

/** True for a link to a part of the page that is shown. */
export function isOnThisPage(link: HTMLAnchorElement): boolean {
  return link.hash !== '' && link.pathname === location.pathname && link.search === location.search
}

/** Leads to a part of the page that is shown; hidden ones may have the same ids in them. */
export function jumpTo(hash: string): void {
  const target = firstVisible(`[id="${CSS.escape(hash.slice(1))}"]`)
  if (!target) return
  // As to an anchor of a document: of what is taller than the view, focus alone shows no beginning.
  target.scrollIntoView()
  focusOn(target)
}

/**
 * What the router is told of an address. It takes a static page for the same
 * whatever its query, and would show the one that it has; an address with a
 * query goes by way of one that the server redirects to it (proxy.ts).
 */
export function routeOf({ pathname, search, hash }: HTMLAnchorElement | URL): string {
  if (search === '') return pathname + hash
  return `/via/${encodeURIComponent(pathname + search)}${hash}`
}
