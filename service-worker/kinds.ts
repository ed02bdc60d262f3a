/** What a request asks for, as far as it is kept; null for what is left to the network. */
export type Kind = 'file' | 'page' | 'data' | 'picture' | 'foreign-picture'

/** What tells one kind of request from another. */
export type Asked = Pick<Request, 'method' | 'mode' | 'destination' | 'cache' | 'url'> & {
  headers: Pick<Headers, 'get'>
}

/**
 * The kind of a request.
 *
 * @param origin of this site
 */
export function kindOf(request: Asked, origin: string): Kind | null {
  if (request.method !== 'GET') return null
  const url = new URL(request.url)
  const isPicture = request.destination === 'image'
  if (url.origin !== origin) return isPicture ? 'foreign-picture' : null
  // Part of a file: the caches hold whole answers only.
  if (request.headers.get('range') !== null) return null
  if (/^\/(_next\/static|fonts)\//.test(url.pathname)) return 'file'
  // A reload asks past the browser's cache, for the page and in some browsers for its pictures as well.
  // It must not end in the browser's error page where the network fails.
  if (request.mode === 'navigate') return 'page'
  if (isPicture) return 'picture'
  // A script that asks past the caches wants the present state or none.
  if (PAST_CACHES.has(request.cache)) return null
  if (request.headers.get('rsc') === '1' || isStories(url.pathname)) return 'data'
  return null
}

/** Cache modes that ask for the server's own answer. */
const PAST_CACHES = new Set<RequestCache>(['no-store', 'no-cache', 'reload'])

function isStories(path: string): boolean {
  return path === '/api/articles' || path.startsWith('/api/articles/')
}

/** Headers by which the router tells what part of a page it asks for. */
const PARTS = ['next-router-prefetch', 'next-router-segment-prefetch']

/**
 * The address under which the router's data are kept: without its mark against
 * other caches (`_rsc`), which differs with the page that the reader comes from,
 * and with the part that was asked for.
 */
export function dataKey(request: Pick<Asked, 'url' | 'headers'>): string {
  const url = new URL(request.url)
  url.searchParams.delete('_rsc')
  if (request.headers.get('rsc') !== '1') return url.href
  const parts = PARTS.map((name) => request.headers.get(name) ?? '')
  url.searchParams.set('_rsc', parts.join('|'))
  return url.href
}
