import { shownState } from './page-marks'
import { setRead } from './set-mark'
import { storiesIn } from './story-element'

/** Stories that leave together are marked together, in milliseconds. */
const PAUSE = 500

/** Marks stories as read that the reader has scrolled past, until the signal ends it. */
export function readOnScroll(signal: AbortSignal): void {
  const passed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const mark = () => {
    const unread = [...passed].filter((id) => shownState(id).read === undefined)
    passed.clear()
    if (unread.length > 0) void setRead(unread)
  }
  const stories = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      // Above the view, and not merely on a page that is hidden.
      if (isIntersecting || box.height === 0 || box.bottom > 0) continue
      passed.add((target as HTMLElement).dataset.id ?? '')
    }
    clearTimeout(timer)
    timer = setTimeout(mark, PAUSE)
  })
  const watch = (element: Element) => {
    for (const story of storiesIn(element)) if (story.matches('.story')) stories.observe(story)
  }
  const lists = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) watch(node)
    }
  })
  watch(document.body)
  lists.observe(document.body, { childList: true, subtree: true })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    stories.disconnect()
    lists.disconnect()
  })
}
