import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterScroll } from './after-scroll'

/** Faster than this nobody looks at pictures, in pixels a millisecond: three and a half screens of a phone a second. */
const FLYING = 3

/** The pace is that of so long, in milliseconds: frames come too unevenly to ask each of them. */
const SPAN = 150

/** What is no farther from the view than this, in pixels, may be looked at next. */
const NEXT = 800

/** Milliseconds from one element to the next. */
const APART = 50

/** What to call once a reader may look at an element. */
const waiting = new Map<Element, () => unknown>()
let isFlying = false

/**
 * Notes how fast the page is scrolled.
 *
 * @returns a function that ends this
 */
export function watchScrollPace(): () => void {
  const left = new AbortController()
  const { signal } = left
  let last = { at: -Infinity, y: 0 }
  const note = ({ timeStamp: at }: Event) => {
    const time = at - last.at
    if (time < SPAN) return
    const { scrollY: y } = window
    const isFast = Math.abs(y - last.y) > FLYING * time
    last = { at, y }
    if (isFast) isFlying = true
    else slowDown()
  }
  addEventListener('scroll', note, { signal, passive: true })
  afterScroll(SPAN, slowDown, signal)
  return () => {
    left.abort()
    isFlying = false
  }
}

function slowDown() {
  isFlying = false
  const distances = [...waiting].map(([element, look]) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { look, distance: Math.max(0, top - innerHeight, -bottom) }
  })
  const near = distances.filter(({ distance }) => distance < NEXT)
  near.sort((one, other) => one.distance - other.distance)
  // Each by itself, so that presses and frames come between them.
  for (const [index, { look }] of near.entries()) setTimeout(look, index * APART)
}

/**
 * Whether the page has been slow enough to look at an element.
 *
 * @param isWatched while false, that does not change
 * @returns once true, it stays so
 */
export function useLookedAt(element: React.RefObject<Element | null>, isWatched: boolean): boolean {
  const [isLookedAt, setLookedAt] = useState(!isFlying)
  useEffect(() => {
    const { current } = element
    if (!current || isLookedAt || !isWatched) return
    const look = () => waiting.has(current) && flushSync(() => setLookedAt(true))
    waiting.set(current, look)
    const timer = isFlying ? undefined : setTimeout(slowDown)
    return () => {
      clearTimeout(timer)
      waiting.delete(current)
    }
  }, [element, isLookedAt, isWatched])
  return isLookedAt
}
