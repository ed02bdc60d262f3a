import { CacheExpiration, registerQuotaErrorCallback, type SerwistPlugin } from 'serwist'
import { HOWEVER_ASKED } from '@/lib/offline'

const DAY = 24 * 60 * 60

/** To look for what to let go of reads a note of each entry of every cache: once for all that comes within so many milliseconds. */
const PAUSE = 10_000

/**
 * Keeps a cache small. Between two looks it may hold more, and older; where the device has no room, it is emptied.
 *
 * @param maxEntries of which those stay that were fetched last
 * @param days after which an entry that was not fetched again is let go
 */
export function atMost(cacheName: string, maxEntries: number, days: number): SerwistPlugin {
  const kept = new CacheExpiration(cacheName, {
    maxEntries,
    maxAgeSeconds: days * DAY,
    matchOptions: HOWEVER_ASKED,
  })
  registerQuotaErrorCallback(async () => {
    await caches.delete(cacheName)
    await kept.delete()
  })
  let next = 0
  return {
    cacheDidUpdate: async ({ request }) => {
      await kept.updateTimestamp(request.url)
      if (Date.now() < next) return
      next = Date.now() + PAUSE
      await kept.expireEntries()
    },
  }
}
