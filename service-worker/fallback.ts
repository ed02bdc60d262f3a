import { CACHES, HOWEVER_ASKED, NOT_KEPT } from '@/lib/offline'
import { LOCALES, localePath, splitLocale } from '@/lib/locale'

/**
 * What is answered in place of what could neither be fetched nor found where it
 * is kept first: what a saved story holds, and for a page the one that says that
 * it is not kept.
 */
export async function fallback(request: Request): Promise<Response> {
  const isPage = request.mode === 'navigate'
  if (isPage && isVia(request.url)) return leaveVia(request.url)
  return (
    (await findElsewhere(request)) ??
    (isPage ? await findNotKept(request.url) : undefined) ??
    Response.error()
  )
}

/** What is kept for a request in other places than those where its like is kept first. */
export async function findElsewhere(request: Request): Promise<Response | undefined> {
  const saved = await (await caches.open(CACHES.saved)).match(request, HOWEVER_ASKED)
  if (saved || request.mode !== 'navigate') return saved
  // Of an address without its query there may be a page of the shell: /saved, /settings.
  const always = await caches.open(CACHES.always)
  return always.match(new URL(request.url).pathname, HOWEVER_ASKED)
}

/** The page that says that another is not stored, if need be in another language. */
async function findNotKept(url: string): Promise<Response | undefined> {
  const always = await caches.open(CACHES.always)
  const { locale } = splitLocale(new URL(url).pathname)
  for (const language of [locale, ...LOCALES]) {
    const found = await always.match(localePath(language, NOT_KEPT), HOWEVER_ASKED)
    if (found) return found
  }
  return undefined
}

/** Links with a query come by way of `/via/<address>` (components/instant-links.tsx). */
function isVia(url: string): boolean {
  return new URL(url).pathname.startsWith('/via/')
}

function leaveVia(url: string): Response {
  const { pathname, origin } = new URL(url)
  const address = decodeURIComponent(pathname.slice('/via/'.length))
  // Two slashes at the beginning would name another host.
  return Response.redirect(origin + address.replace(/^[/\\]*/, '/'))
}
