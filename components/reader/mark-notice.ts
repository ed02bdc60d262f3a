import type { StoreFailure } from '@/lib/reader/store-failure'
import type { Mark } from '@/lib/reader/story-state'
import { notice } from './notice'

/** What was done to a story, by the mark that was taken back or set. */
const DONE = {
  read: ['unread', 'read'],
  saved: ['unsaved', 'saved'],
  hidden: ['shown', 'hidden'],
} as const

/**
 * Reports what became of a mark.
 *
 * @param failure null when the device has stored it
 * @param undo takes it back; left out where the mark is not set
 */
export function noticeMark(
  mark: Mark,
  isSet: boolean,
  failure: StoreFailure | null,
  undo?: () => void,
): void {
  const done = DONE[mark][isSet ? 1 : 0]
  if (failure === null) notice.set({ text: done, undo })
  else if (failure === 'unavailable') notice.set({ text: 'visitOnly', done, undo })
  else notice.set({ text: 'notDone', done, reason: failure })
}
