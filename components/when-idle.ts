import { inTurn } from './in-turn'

/** Where a browser cannot tell when it is idle, in milliseconds. */
const SOON = 1_000

/** A page that is never idle does it all the same after this time, in milliseconds. */
const PATIENCE = 4_000

/**
 * Loads something once the page is at rest and what was loaded before it is there.
 *
 * @param load what fails without a line is not tried again
 * @returns a function that calls it off, if it has not begun
 */
export function whenIdle(load: () => Promise<unknown>): () => void {
  const begin = () => void inTurn(load).catch(() => undefined)
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(begin, SOON)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(begin, { timeout: PATIENCE })
  return () => cancelIdleCallback(request)
}
