const KEY = 'hotsheet:reloaded'

/** A page that fails again within so long would fail for ever; in milliseconds. */
const ONCE_IN = 60_000

/**
 * Whether something failed because a part of the site's scripts is gone, as it
 * is for pages that were opened before the site was built anew.
 */
export function isMissingPart(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'ChunkLoadError' || /dynamically imported module/i.test(error.message)
}

/** Loads the page anew, from the site as it is now, unless that was tried a moment ago or there is no line. */
export function reloadOnce(): void {
  if (!navigator.onLine) return
  try {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < ONCE_IN) return
    sessionStorage.setItem(KEY, String(Date.now()))
  } catch {
    // Where nothing can be kept it might go on for ever.
    return
  }
  location.reload()
}
