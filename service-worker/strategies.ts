import { CacheFirst, CacheableResponsePlugin, NetworkFirst } from 'serwist'
import type { SerwistPlugin } from 'serwist'
import { CACHES, HOWEVER_ASKED, UNREACHABLE } from '@/lib/offline'
import { atMost } from './at-most'
import { dataKey } from './kinds'

/** A line that gives nothing within so many seconds is as good as none. */
export const PATIENCE = 3

const unreachable = new BroadcastChannel(UNREACHABLE)

/** Tells the pages, which find out whether there is a line. */
export const tellPages = () => unreachable.postMessage(null)

const tellUnreachable: SerwistPlugin = {
  fetchDidFail: async () => tellPages(),
  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
    tellPages()
    return cachedResponse
  },
}

const whole = new CacheableResponsePlugin({ statuses: [200] })

/** Those of several deployments, so that an old tab finds its own. */
export const files = new CacheFirst({
  cacheName: CACHES.files,
  matchOptions: HOWEVER_ASKED,
  plugins: [whole, atMost(CACHES.files, 400, 60)],
})

/** What is there now if the line allows, else what was seen last. */
export const pages = new NetworkFirst({
  cacheName: CACHES.pages,
  networkTimeoutSeconds: PATIENCE,
  matchOptions: HOWEVER_ASKED,
  plugins: [whole, tellUnreachable, atMost(CACHES.pages, 60, 30)],
})

/** Kept under one address each, from whichever page they were asked for. */
export const data = new NetworkFirst({
  cacheName: CACHES.data,
  networkTimeoutSeconds: PATIENCE,
  matchOptions: HOWEVER_ASKED,
  plugins: [
    { cacheKeyWillBeUsed: async ({ request }) => dataKey(request) },
    whole,
    tellUnreachable,
    atMost(CACHES.data, 300, 30),
  ],
})

/** Those of this site change their address with their content. */
export const ownPictures = new CacheFirst({
  cacheName: CACHES.pictures,
  matchOptions: HOWEVER_ASKED,
  plugins: [whole, atMost(CACHES.pictures, 200, 30)],
})

/**
 * Of another host's picture one cannot see whether it is one, so the network comes first; browsers count
 * each as several megabytes, so they are few.
 */
export const foreignPictures = new NetworkFirst({
  cacheName: CACHES.foreignPictures,
  matchOptions: HOWEVER_ASKED,
  plugins: [
    new CacheableResponsePlugin({ statuses: [0, 200] }),
    atMost(CACHES.foreignPictures, 60, 30),
  ],
})
