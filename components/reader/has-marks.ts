import { isFull, StorageUnavailable } from '@/lib/reader/store-failure'

/** Where localStorage notes that some story was marked; other tabs hear of the first. */
export const MARKS_KEY = 'hotsheet:marks'

/** Whether any story was ever marked on this device: if not, nothing needs to be looked up. */
export function hasMarks(): boolean {
  try {
    return localStorage.getItem(MARKS_KEY) !== null
  } catch {
    return false
  }
}

/** @throws where the browser does not store it; `storeFailure` says why */
export function rememberMarks(): void {
  try {
    localStorage.setItem(MARKS_KEY, '1')
  } catch (error) {
    throw isFull(error) ? error : new StorageUnavailable('localStorage stores nothing')
  }
}

/** Takes back what `rememberMarks` did. */
export function forgetMarks(): void {
  localStorage.removeItem(MARKS_KEY)
}
