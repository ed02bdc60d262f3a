import { CACHES, HOWEVER_ASKED, NOT_KEPT } from '@/lib/offline'
import { localePath, splitLocale } from '@/lib/locale'

/**
 * What is answered in place of what could neither be fetched nor found where it
 * is kept first: what a saved story holds, and for a page the one that says that
 * it is not kept.
 */
export async function fallback(request: Request): Promise<Response> {
  if (request.mode === 'navigate' && isVia(request.url)) return leaveVia(request.url)
  const saved = await (await caches.open(CACHES.saved)).match(request, HOWEVER_ASKED)
  if (saved) return saved
  return (request.mode === 'navigate' && (await keptPage(request.url))) || Response.error()
}

async function keptPage(url: string): Promise<Response | undefined> {
  const always = await caches.open(CACHES.always)
  const { pathname } = new URL(url)
  const notKept = localePath(splitLocale(pathname).locale, NOT_KEPT)
  // Of an address without its query there may be a page of the shell: /saved, /settings.
  for (const path of [pathname, notKept, NOT_KEPT]) {
    const page = await always.match(path, HOWEVER_ASKED)
    if (page) return page
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
