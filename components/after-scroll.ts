/**
 * Does something each time the page has not been scrolled for a while.
 *
 * @param rest how long that is, in milliseconds
 * @param signal ends it
 * @returns what to call to begin the wait without a scroll
 */
export function afterScroll(rest: number, work: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(work, rest)
  }
  addEventListener('scroll', wait, { signal, passive: true })
  signal.addEventListener('abort', () => clearTimeout(timer))
  return wait
}
