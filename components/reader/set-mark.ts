import { HIDDEN_KEY, withHidden } from '@/lib/reader/hidden-before-paint'
import type { Mark } from '@/lib/reader/story-state'
import { changeMark } from './device-store'
import { notice } from './notice'
import { showMark } from './page-marks'
import { rememberMarks } from './has-marks'

let isToldOfLoss = false

/**
 * Marks stories, or takes a mark back: on the page at once, then on the device and
 * in other tabs. Where the device keeps nothing, the marks hold while this page is
 * there, and the reader is told so, once.
 *
 * @param at in milliseconds since 1970
 */
export async function setMark(
  ids: string[],
  mark: Mark,
  isSet: boolean,
  at = Date.now(),
): Promise<void> {
  for (const id of ids) showMark(id, mark, isSet, at)
  try {
    rememberMarks()
    if (mark === 'hidden') {
      localStorage.setItem(HIDDEN_KEY, withHidden(localStorage.getItem(HIDDEN_KEY), ids, isSet))
    }
    await changeMark(ids, mark, isSet, at)
  } catch {
    if (!isToldOfLoss) notice.set({ text: 'notKept' })
    isToldOfLoss = true
  }
}
