import { HIDDEN_KEY, withHidden } from '@/lib/reader/hidden-before-paint'
import { storeFailure, type StoreFailure } from '@/lib/reader/store-failure'
import type { Mark } from '@/lib/reader/story-state'
import { changeMark } from './device-store'
import { rememberMarks } from './has-marks'
import { notice } from './notice'
import { showMark, showStored } from './page-marks'

/**
 * Marks stories, or takes a mark back: on the page at once, then on the device and in
 * other tabs. In a browser that stores nothing the page goes on showing it until it is
 * left; after any other failure the page shows again what is stored.
 *
 * @param at in milliseconds since 1970
 * @returns null once the device has stored it, else why it has not
 */
export async function setMark(
  ids: string[],
  mark: Mark,
  isSet: boolean,
  at = Date.now(),
): Promise<StoreFailure | null> {
  for (const id of ids) showMark(id, mark, isSet, at)
  try {
    rememberMarks()
    await changeMark(ids, mark, isSet, at)
  } catch (error) {
    const failure = storeFailure(error)
    if (failure !== 'unavailable') await showStored(ids)
    return failure
  }
  if (mark === 'hidden') hideBeforePaint(ids, isSet)
  return null
}

let isToldOfLoss = false

/** Marks stories as read that the reader has opened or scrolled past. A failure is told once. */
export async function setRead(ids: string[]): Promise<void> {
  const failure = await setMark(ids, 'read', true)
  if (failure === null || isToldOfLoss) return
  isToldOfLoss = true
  notice.set({ text: 'notKept', reason: failure })
}

/** Only spares the next page a moment in which it shows the story, so a failure changes nothing. */
function hideBeforePaint(ids: string[], isHidden: boolean): void {
  try {
    localStorage.setItem(HIDDEN_KEY, withHidden(localStorage.getItem(HIDDEN_KEY), ids, isHidden))
  } catch {
    // The marks on the device decide.
  }
}
