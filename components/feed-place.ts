import { afterScroll } from './after-scroll'

/** Where a reader is in a feed: a story, and how far below the top of the view it stands, in pixels. */
export interface FeedPlace {
  id: string
  top: number
}

/** So long without scrolling is rest, in milliseconds. */
const REST = 120

/** Frames within which the stories up to a place are rendered. */
const FRAMES = 30

/** The first story in view, or null at the very top and where there is none. */
function currentPlace(): FeedPlace | null {
  if (scrollY === 0) return null
  // What is brief is far out of view, and measuring it would lay it out.
  for (const item of document.querySelectorAll('.stories:not(.stories-brief) > li[data-id]')) {
    const { bottom, top, height } = item.getBoundingClientRect()
    if (height > 0 && bottom > 0) return { id: item.getAttribute('data-id') ?? '', top }
  }
  return null
}

/**
 * Tells each place where the reader comes to rest, until the signal ends it.
 * Not asked for when the page is left: its layout may be on its way out by then.
 */
export function trackPlace(onRest: (place: FeedPlace | null) => void, signal: AbortSignal): void {
  afterScroll(REST, () => onRest(currentPlace()), signal)
}

/**
 * Scrolls back to a place. The story may still have to be rendered, and what
 * is above it may still change its height, so the story itself is aimed at, in
 * each of some frames.
 */
export function returnTo(place: FeedPlace, frames: number = FRAMES): void {
  if (frames === 0) return
  const item = document.querySelector(`li[data-id="${CSS.escape(place.id)}"]`)
  const distance = item ? item.getBoundingClientRect().top - place.top : 0
  if (Math.abs(distance) >= 1) scrollBy({ top: distance, behavior: 'instant' })
  requestAnimationFrame(() => returnTo(place, frames - 1))
}
