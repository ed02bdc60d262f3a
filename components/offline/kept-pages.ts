import { CACHES, NOT_KEPT } from '@/lib/offline'

/** A page that opens without a line. */
export interface KeptPage {
  /** Path and query. */
  href: string
  title: string
}

/** What can be read without a line. */
export interface KeptPages {
  /** The last read first. */
  read: KeptPage[]
  saved: KeptPage[]
}

/** Everything that is kept in this browser; nothing where it keeps nothing. */
export async function listKept(): Promise<KeptPages> {
  if (!('caches' in window)) return { read: [], saved: [] }
  // Some private windows have caches that cannot be opened.
  const list = (name: string) => listPages(name).catch(() => [])
  const [read, saved] = await Promise.all([list(CACHES.pages), list(CACHES.saved)])
  return { read, saved }
}

async function listPages(cacheName: string): Promise<KeptPage[]> {
  const cache = await caches.open(cacheName)
  const found = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const response = await cache.match(request)
      if (!response?.headers.get('content-type')?.startsWith('text/html')) return []
      const { pathname, search } = new URL(request.url)
      if (pathname.endsWith(NOT_KEPT)) return []
      const time = Date.parse(response.headers.get('date') ?? '') || 0
      return [{ href: pathname + search, title: titleOf(await response.text()), time }]
    }),
  )
  const pages = found.flat().toSorted((a, b) => b.time - a.time)
  return pages.map(({ href, title }) => ({ href, title }))
}

/** The title of a page, without the paper's name behind it. */
function titleOf(html: string): string {
  const [title = ''] = /<title>[^<]*/.exec(html) ?? []
  // Only the title is parsed, because that is where entities are.
  const text = new DOMParser().parseFromString(title, 'text/html').title
  return text.replace(/ · Hotsheet$/, '')
}
