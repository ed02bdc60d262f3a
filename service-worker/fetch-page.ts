import { HOWEVER_ASKED } from '@/lib/offline'

/**
 * Fetches a page into a cache.
 *
 * @throws {TypeError} when the server cannot be reached
 */
export async function fetchPage(href: string, cacheName: string): Promise<void> {
  const response = await fetch(href)
  if (!response.ok) return
  const cache = await caches.open(cacheName)
  await cache.put(href, asAnswered(response))
}

/** Fetches those of the pages that are not in a cache yet. */
export async function fetchMissingPages(hrefs: string[], cacheName: string): Promise<void> {
  const cache = await caches.open(cacheName)
  const isKept = await Promise.all(hrefs.map((href) => cache.match(href, HOWEVER_ASKED)))
  const missing = hrefs.filter((_href, index) => !isKept[index])
  await Promise.allSettled(missing.map((href) => fetchPage(href, cacheName)))
}

/** A browser takes no answer to a navigation that remembers having been redirected. */
function asAnswered(response: Response): Response {
  if (!response.redirected) return response
  const { body, status, headers } = response
  return new Response(body, { status, headers })
}
