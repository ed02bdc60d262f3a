import { keepPages } from './keep-pages'
import { keptTime } from './kept-time'
import { onNavigation } from './on-navigation'
import { isMissingPart, reloadOnce } from './reload-once'
import { watchConnection } from './watch-connection'
import { hasWorkers, registerWorker } from './worker-link'
import './offline-notice.css'

/** The server cannot be reached; what is shown may be old. */
export interface Offline {
  /** When the page that is shown was fetched; null where that is not known. */
  since: Date | null
}

/**
 * Keeps what can be read without a line, tells whether there is one, and loads
 * a page anew whose scripts are gone.
 *
 * @param onChange told when the line goes, and with null when it is back
 * @returns a function that ends this
 */
export function startOffline(onChange: (offline: Offline | null) => void): () => void {
  const controller = new AbortController()
  const { signal } = controller
  addEventListener(
    'unhandledrejection',
    ({ reason }) => {
      if (isMissingPart(reason)) reloadOnce()
    },
    { signal },
  )
  if (hasWorkers()) {
    void registerWorker(signal)
    keepPages(signal)
  }
  let isOnline = true
  let last = 0
  const tell = async () => {
    const turn = (last += 1)
    const offline = isOnline ? null : { since: await sinceOf(location.href) }
    // The line may be back by now, or the reader on another page.
    if (turn === last) onChange(offline)
  }
  watchConnection((isReached) => {
    isOnline = isReached
    void tell()
  }, signal)
  onNavigation(() => void tell(), signal)
  return () => controller.abort()
}

async function sinceOf(href: string): Promise<Date | null> {
  return hasWorkers() ? keptTime(href).catch(() => null) : null
}
