const MINUTE = 60_000

const listeners = new Set<() => void>()
let stop: (() => void) | undefined

/**
 * Calls back at least once a minute while the page is seen, and when it is seen again.
 *
 * @returns a function that ends this
 */
export function watchMinutes(listener: () => void): () => void {
  listeners.add(listener)
  stop ??= start()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stop?.()
    stop = undefined
  }
}

/** One timer for hundreds of dates. */
function start(): () => void {
  const left = new AbortController()
  const { signal } = left
  const tick = () => {
    if (document.hidden) return
    for (const listener of listeners) listener()
  }
  const timer = setInterval(tick, MINUTE)
  document.addEventListener('visibilitychange', tick, { signal })
  addEventListener('pageshow', tick, { signal })
  return () => {
    clearInterval(timer)
    left.abort()
  }
}

/** The present minute, as milliseconds since 1970 at its end. */
export function endOfMinute(): number {
  return Math.ceil((Date.now() + 1) / MINUTE) * MINUTE - 1
}
