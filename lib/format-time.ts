const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `22 Nov 2026` in the given zone. */
export function formatDate(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(new Date(iso))
}

/** `Sunday, 22 November 2026 at 21:40 UTC` in the given zone. */
export function formatExactTime(iso: string, timeZone: string): string {
  const date = new Date(iso)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(date)
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(date)
  return `${day}, ${time}`
}

/**
 * How long ago it was, for what is younger than a week: `5 min ago`, `3 hours ago`, `2 days ago`.
 *
 * @param iso when it was, ISO 8601
 * @param now milliseconds since 1970
 * @returns null for what is older, or lies in the future
 */
export function formatAge(iso: string, now: number): string | null {
  const seconds = Math.floor((now - Date.parse(iso)) / 1000)
  if (seconds < 0 || seconds >= 7 * DAY) return null
  if (seconds < MINUTE) return 'just now'
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ago`
  if (seconds < DAY) return count(Math.floor(seconds / HOUR), 'hour')
  return count(Math.floor(seconds / DAY), 'day')
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'} ago`
}
