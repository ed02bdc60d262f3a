import { toggleHidden, toggleSaved } from './story-actions'

/** So far a finger moves before it is clear that it swipes, in pixels. */
const SLOP = 12

/** So far a story is drawn before letting go acts, in pixels. */
const THRESHOLD = 88

/**
 * Follows a finger that has touched a story: drawn towards the end of the line the
 * story is saved, towards the start it is hidden. Whatever moves up or down is the
 * browser's, which then takes the pointer (`touch-action: pan-y`).
 *
 * @param start the touch
 */
export function followFinger(story: HTMLElement, start: PointerEvent): void {
  const ended = new AbortController()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const towardsEnd = getComputedStyle(story).direction === 'rtl' ? -1 : 1
  let distance = 0

  const end = () => {
    ended.abort()
    story.style.removeProperty('--drawn')
    delete story.dataset.swipe
    delete story.dataset.swipeFar
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return
    distance = event.clientX - start.clientX
    if (Math.abs(distance) < SLOP) return
    story.dataset.swipe = distance * towardsEnd > 0 ? 'save' : 'hide'
    story.toggleAttribute('data-swipe-far', Math.abs(distance) >= THRESHOLD)
    if (!isStill) story.style.setProperty('--drawn', `${distance}px`)
  }
  const lift = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return
    const action = Math.abs(distance) >= THRESHOLD ? story.dataset.swipe : undefined
    end()
    if (action === 'save') void toggleSaved(story)
    else if (action === 'hide') void toggleHidden(story)
  }
  const { signal } = ended
  document.addEventListener('pointermove', move, { signal })
  document.addEventListener('pointerup', lift, { signal })
  document.addEventListener('pointercancel', end, { signal })
}
