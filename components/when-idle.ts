/** Where a browser cannot tell when it is idle, in milliseconds. */
const SOON = 1_000

/** A page that is never idle does it all the same after this time, in milliseconds. */
const PATIENCE = 4_000

/**
 * Does something once the page is at rest.
 *
 * @returns a function that calls it off
 */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, SOON)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(work, { timeout: PATIENCE })
  return () => cancelIdleCallback(request)
}
