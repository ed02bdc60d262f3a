/**
 * Why a device did not store something. `unavailable`: the browser stores nothing for this
 * site, as in some private windows; `full`: no space is left; `failed`: anything else.
 */
export type StoreFailure = 'unavailable' | 'full' | 'failed'

/** The browser stores nothing for this site. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}

/** Names of the errors of a full device; the second is that of older versions of Firefox. */
const FULL = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']

/** Whether a write failed because no space is left. */
export function isFull(error: unknown): boolean {
  return FULL.includes(nameOf(error))
}

/** Why a device did not store something, by the error that it gave. */
export function storeFailure(error: unknown): StoreFailure {
  if (isFull(error)) return 'full'
  return ['StorageUnavailable', 'SecurityError'].includes(nameOf(error)) ? 'unavailable' : 'failed'
}

/** The name of an error, of whatever class and realm. */
export function nameOf(error: unknown): string {
  return String((error as { name?: unknown } | null | undefined)?.name)
}
