/** A reader who does nothing for so long has ended the visit; in milliseconds. */
const PAUSE = 30 * 60_000

/** While a reader is here, this is noted so often, in milliseconds. */
const NOTED_EVERY = 60_000

const KEY = 'hotsheet:visit'

/** What is kept on the device; times in milliseconds since 1970. */
interface Visit {
  /** When the visit before this one ended; null on the first. */
  since: number | null
  /** When the reader was last here. */
  seen: number
}

/**
 * The visit that a reader is on at a time.
 *
 * @param stored what was kept of the last time, from the device and so not to be trusted
 * @param now milliseconds since 1970
 */
export function visitAt(stored: string | null, now: number): Visit {
  const last = parseVisit(stored)
  // A clock that was put back makes the last time one to come.
  if (!last || last.seen > now) return { since: null, seen: now }
  return { since: now - last.seen > PAUSE ? last.seen : last.since, seen: now }
}

function parseVisit(stored: string | null): Visit | null {
  try {
    const { since, seen } = JSON.parse(stored ?? '') as Partial<Record<keyof Visit, unknown>>
    if (typeof seen !== 'number') return null
    return { since: typeof since === 'number' && since < seen ? since : null, seen }
  } catch {
    return null
  }
}

let ended: number | null = null
let isKept = false

/**
 * When the reader's last visit ended, in milliseconds since 1970; null on the
 * first. Where nothing can be kept, each visit is the first.
 */
export function lastVisit(): number | null {
  if (isKept) return ended
  isKept = true
  note()
  setInterval(() => {
    if (document.visibilityState === 'visible') note()
  }, NOTED_EVERY)
  addEventListener('visibilitychange', note)
  return ended
}

/** Notes that the reader is here, or was until now. */
function note(): void {
  try {
    const visit = visitAt(localStorage.getItem(KEY), Date.now())
    ended = visit.since
    localStorage.setItem(KEY, JSON.stringify(visit))
  } catch {
    // Full or forbidden.
  }
}
