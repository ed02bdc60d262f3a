import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'

/**
 * Growth of the heap, in percent of what lives in it, until the next full
 * collection. V8 would wait until several times as much is there: rendering leaves
 * some 200 kB behind per page, which made the process larger by hundreds of MiB.
 */
const HEAP_GROWTH_PERCENT = 30

/** Lifetimes of rendered pages that Next may remember, about 300 bytes each. */
const MAX_LIFETIMES = 10_000

/** Makes V8 collect what requests leave behind before there is much of it. To be called before Next is loaded. */
export function boundHeap() {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
}

/**
 * Bounds what Next remembers of each address for good: how long its page may be
 * used. Next also stores that beside the page itself, in bounded memory, and
 * looks there first, so that nothing changes when it is forgotten.
 *
 * @param {number} [max] addresses
 * @returns {() => void} to be called now and then
 * @throws {Error} when this version of Next remembers it elsewhere
 */
export function boundLifetimes(max = MAX_LIFETIMES) {
  const require = createRequire(import.meta.url)
  const file = 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
  const lifetimes = require(file).SharedCacheControls?.cacheControls
  if (!(lifetimes instanceof Map))
    throw new Error('This version of Next stores lifetimes elsewhere.')
  return () => {
    if (lifetimes.size > max) lifetimes.clear()
  }
}
