import { UNREACHABLE } from '@/lib/offline'

/** A server that gives no sign within so long is not reached, in milliseconds. */
const PATIENCE = 5_000

/** How soon, and at most how late, it is tried again while it is not reached; in milliseconds. */
const AGAIN = { least: 5_000, most: 60_000 }

/** Whether any server answers at all: what it says is another matter. */
async function isReached(): Promise<boolean> {
  if (!navigator.onLine) return false
  const signal = AbortSignal.timeout(PATIENCE)
  return fetch('/api/version', { method: 'HEAD', cache: 'no-store', signal }).then(
    () => true,
    () => false,
  )
}

/**
 * Tells whether the server can be reached, by asking it: when the browser or
 * the service worker say that something has changed, and until it answers again.
 *
 * @param onChange told at the first answer, and whenever it is another one
 * @param signal ends it
 */
export function watchConnection(onChange: (isOnline: boolean) => void, signal: AbortSignal): void {
  let wasOnline: boolean | null = null
  let wait = AGAIN.least
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: Promise<void> | null = null

  const ask = async () => {
    const isOnline = await isReached()
    if (signal.aborted) return
    if (isOnline !== wasOnline) onChange(isOnline)
    wait = isOnline ? AGAIN.least : Math.min(2 * wait, AGAIN.most)
    wasOnline = isOnline
    clearTimeout(timer)
    if (!isOnline) timer = setTimeout(check, wait)
  }
  const check = () => {
    if (document.visibilityState === 'hidden') return
    asking ??= ask().finally(() => (asking = null))
  }

  check()
  for (const type of ['online', 'offline']) addEventListener(type, check, { signal })
  document.addEventListener('visibilitychange', check, { signal })
  const channel = new BroadcastChannel(UNREACHABLE)
  channel.addEventListener('message', check)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    channel.close()
  })
}
