import { splitLocale } from '@/lib/locale'

/** A story as the trail knows it. */
export interface TrailStory {
  id: string
  title: string
  /** Path of its page, without a locale. */
  href: string
}

const KEY = 'hotsheet:trail'
/** So many stories are kept on each side of the one that was opened. */
const REACH = 40

/**
 * Keeps the order of the feed that a story is opened from, for "previous" and
 * "next" on its page. Lives in the tab's session.
 *
 * @param opened the link to the story
 */
export function leaveTrail(opened: HTMLAnchorElement): void {
  const items = [...(opened.closest('main')?.querySelectorAll('li[data-id]') ?? [])]
  const place = items.findIndex((item) => item.contains(opened))
  const stories = items.slice(Math.max(0, place - REACH), place + REACH + 1).map(storyOf)
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stories))
  } catch {
    // Full or forbidden: the page falls back to its neighbours in the top feed.
  }
}

function storyOf(item: Element): TrailStory {
  const link = item.querySelector('h2 a')
  return {
    id: item.getAttribute('data-id') ?? '',
    title: link?.textContent ?? '',
    href: splitLocale(link?.getAttribute('href') ?? '/').path,
  }
}

/** The trail as it was stored, or null. */
export function readTrail(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** The stories before and after one in a stored trail; null when it is not on the trail. */
export function neighboursInTrail(trail: string, id: string) {
  const stories = JSON.parse(trail) as TrailStory[]
  const place = stories.findIndex((story) => story.id === id)
  if (place < 0) return null
  return { previous: stories[place - 1] ?? null, next: stories[place + 1] ?? null }
}
