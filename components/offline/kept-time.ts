import { CACHES, HOWEVER_ASKED } from '@/lib/offline'

/** When the page at an address was fetched, as far as a copy of it is kept; else null. */
export async function keptTime(href: string): Promise<Date | null> {
  for (const cacheName of [CACHES.pages, CACHES.saved]) {
    const copy = await caches.match(href, { ...HOWEVER_ASKED, cacheName })
    const time = Date.parse(copy?.headers.get('date') ?? '')
    if (!Number.isNaN(time)) return new Date(time)
  }
  return null
}
