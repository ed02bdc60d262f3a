import { placeAtRest, type FeedPlace } from './feed-place'

interface FeedMemory<Pages> {
  /** Where the first page ended; pages behind another end do not fit. */
  cursor: string | null
  place: FeedPlace
  /** The further pages, if any were loaded. */
  pages: Pages | null
}

// Only the feed that the document opened with is taken up again; those opened later begin at the top.
let recalled = false

const keyOf = (query: string) => `hotsheet:feed:${query}`

/** Keeps the loaded pages of a feed and the reader's place over a reload of this tab. */
export function rememberFeed<Pages>(query: string, cursor: string | null, pages: Pages | null) {
  const place = placeAtRest()
  try {
    sessionStorage.removeItem(keyOf(query))
    if (!place) return
    const memory: FeedMemory<Pages> = { cursor, place, pages }
    sessionStorage.setItem(keyOf(query), JSON.stringify(memory))
  } catch {
    // Full or forbidden: the reader starts at the top, as on a first visit.
  }
}

/** What {@link rememberFeed} kept, once, if the reader reloaded or came back and it still fits. */
export function recallFeed<Pages>(query: string, cursor: string | null): FeedMemory<Pages> | null {
  if (recalled) return null
  recalled = true
  const [navigation] = performance.getEntriesByType('navigation')
  const type = navigation instanceof PerformanceNavigationTiming ? navigation.type : 'navigate'
  if (type !== 'reload' && type !== 'back_forward') return null
  try {
    const stored = sessionStorage.getItem(keyOf(query))
    const memory = stored ? (JSON.parse(stored) as FeedMemory<Pages>) : null
    return memory?.cursor === cursor ? memory : null
  } catch {
    return null
  }
}
