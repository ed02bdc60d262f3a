/** Between two questions, and at most while they fail, in milliseconds. */
const INTERVAL = 60_000
const SLOWEST = 15 * INTERVAL

/** How much of a wait is left to chance, so that readers do not ask in step. */
const JITTER = 0.2

async function fetchVersion(signal: AbortSignal): Promise<number> {
  const response = await fetch('/api/version', { cache: 'no-cache', signal })
  if (!response.ok) throw new Error(`The version answered ${response.status}`)
  return ((await response.json()) as { version: number }).version
}

/**
 * Asks for the content's version, at once and then every minute or so, less
 * often while that fails and not at all while nobody looks.
 *
 * @param signal ends it
 */
export function pollVersion(onVersion: (version: number) => void, signal: AbortSignal): void {
  let interval = INTERVAL
  let timer: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => clearTimeout(timer))

  const ask = async () => {
    if (document.visibilityState === 'visible') {
      try {
        onVersion(await fetchVersion(signal))
        interval = INTERVAL
      } catch {
        interval = Math.min(2 * interval, SLOWEST)
      }
    }
    if (signal.aborted) return
    const wait = interval * (1 + JITTER * (2 * Math.random() - 1))
    timer = setTimeout(() => void ask(), wait)
  }
  void ask()
}
