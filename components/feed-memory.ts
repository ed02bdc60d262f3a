import type { FeedPlace } from './feed-place'
import { navigationKind } from './navigation-kind'

interface FeedMemory<Pages> {
  place: FeedPlace
  /** The further pages, if any were loaded. */
  pages: Pages | null
}

const places = new Map<string, FeedPlace | null>()

const storageKey = (feed: string) => `hotsheet:feed:${feed}`

/** Keeps where the reader is in a feed, for back and forward. */
export function rememberPlace(feed: string, place: FeedPlace | null): void {
  places.set(feed, place)
}

/**
 * Keeps a feed's loaded pages and the reader's place for when this tab has loaded another document.
 *
 * @param feed what names the feed and its first page
 */
export function rememberFeed<Pages>(feed: string, pages: Pages | null): void {
  const place = places.get(feed)
  try {
    sessionStorage.removeItem(storageKey(feed))
    if (!place) return
    const memory: FeedMemory<Pages> = { place, pages }
    sessionStorage.setItem(storageKey(feed), JSON.stringify(memory))
  } catch {
    // Full or forbidden: the reader starts at the top, as on a first visit.
  }
}

/** What is kept of a feed, when the reader comes back to it or reloads it; null for whoever comes anew. */
export function recallFeed<Pages>(feed: string): FeedMemory<Pages> | null {
  const kind = navigationKind()
  if (kind === 'traverse' && places.has(feed)) {
    const place = places.get(feed)
    return place ? { place, pages: null } : null
  }
  // Without such a place, the reader comes back to a feed that another document has shown.
  if (kind === 'push' || (kind === 'load' && !isReload())) return null
  try {
    const stored = sessionStorage.getItem(storageKey(feed))
    return stored ? (JSON.parse(stored) as FeedMemory<Pages>) : null
  } catch {
    return null
  }
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  const type = navigation instanceof PerformanceNavigationTiming ? navigation.type : 'navigate'
  return type === 'reload' || type === 'back_forward'
}
