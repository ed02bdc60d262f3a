import { NextResponse, type NextRequest } from 'next/server'
import {
  FEED_PARAMETERS,
  decodeSegment,
  feedHref,
  feedQuery,
  parseFeedQuery,
  parseInternalFeedPath,
  pickerHref,
  type ParsedFeed,
} from '@/lib/feed-url'
import { localePath, splitLocale, type Locale } from '@/lib/locale'
import { canonicalSitePath } from '@/lib/site-path'
import { findPlace } from '@/lib/queries/find-place'
import { pathOnSite } from '@/lib/web-address'

/** No page is here: rewritten to it, a request is answered with the one static "not found" page. */
const NOWHERE = '/nowhere'

/** Internal folders of pages with a query: feeds, the choice of topics, what a search found. */
const ROOMS = ['feed', 'pick', 'found'] as const
type Room = (typeof ROOMS)[number]

/**
 * Answers a request for names that the content does not have with the one
 * static "not found" page of its language, before anything is rendered or
 * stored for its address, and leads an article's former titles to its present one.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const response = route(request)
  if (response.headers.has('location')) return response
  const rewritten = response.headers.get('x-middleware-rewrite')
  const target = rewritten ? new URL(rewritten).pathname : request.nextUrl.pathname
  const { locale, path } = splitLocale(target)
  const place = await findPlace(path)
  if (place === 'unknown') return rewrite(request, `/${locale}/missing`)
  return place === 'known' ? response : redirect(request, localePath(locale, place.movedTo))
}

/**
 * Gives every address of a page one spelling, and every feed with parameters
 * one static page of its own in each language: the query of `/`, `/topics`,
 * `/topics/<slug>` and `/search` becomes the last segment of an internal path.
 * Other spellings are redirected to the canonical address, which is never
 * redirected; an address that nobody can read ends as "not found".
 */
export function route(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const canonical = canonicalSitePath(pathname)
  if (canonical === null) return rewrite(request, NOWHERE)
  const { locale, path } = splitLocale(pathname)
  const [, first, segment = '', ...more] = path.split('/')
  if (first === 'via') return leaveVia(request, [segment, ...more].join('/'))
  const internal = ROOMS.find((room) => room === first)
  if (internal && segment) return leaveInternalPath(request, locale, internal, segment)
  if (isFeedPath(canonical)) return showFeed(request, canonical)
  return canonical === pathname ? NextResponse.next() : redirect(request, canonical + search)
}

function isFeedPath(canonical: string): boolean {
  return /^\/(?:search|topics(?:\/[^/]+)?)?$/.test(splitLocale(canonical).path)
}

function showFeed(request: NextRequest, canonical: string): NextResponse {
  const { pathname, search, searchParams } = request.nextUrl
  const { locale, path } = splitLocale(canonical)
  const [, first, segment] = path.split('/')
  const slug = first === 'topics' && segment ? decodeSegment(segment) : undefined
  const parsed = parseFeedQuery(searchParams, slug)
  if (!parsed.ok) return rewrite(request, NOWHERE)
  const asked = knownParameters(searchParams)
  if (asked.length === 0) {
    return canonical === pathname ? NextResponse.next() : redirect(request, canonical + search)
  }
  const room = roomOf(path, parsed)
  const href = localePath(locale, publicHref(room, parsed))
  if (canonical !== pathname || !leadsTo(href, canonical, asked)) return redirect(request, href)
  const query = encodeURIComponent(feedQuery(parsed.filter, parsed.cursor))
  return rewrite(request, `/${locale}/${room}/${query}`)
}

function leaveInternalPath(request: NextRequest, locale: Locale, room: Room, segment: string) {
  const parsed = parseInternalFeedPath(segment)
  if (!parsed.ok) return NextResponse.next()
  return redirect(request, localePath(locale, publicHref(room, parsed)))
}

type Parsed = Extract<ParsedFeed, { ok: true }>

function roomOf(pathname: string, { filter }: Parsed): Room {
  if (pathname === '/topics') return 'pick'
  return pathname === '/search' || filter.q !== '' ? 'found' : 'feed'
}

/** Links with a query come by way of `/via/<address>` (components/instant-links.tsx). */
function leaveVia(request: NextRequest, segment: string): NextResponse {
  const path = pathOnSite(decodeSegment(segment))
  if (path === null || /^\/via(?:\/|$)/.test(path)) return rewrite(request, NOWHERE)
  return redirect(request, path)
}

function publicHref(room: Room, { filter, cursor }: Parsed): string {
  if (room === 'pick') return pickerHref(filter)
  // Whoever searches for nothing gets the page to search from.
  return room === 'found' && filter.q === '' ? '/search' : feedHref(filter, cursor)
}

/** The parameters as they were sent, without those that say nothing about a feed, such as a campaign's. */
function knownParameters(params: URLSearchParams): [name: string, value: string][] {
  const known = new Set<string>(FEED_PARAMETERS)
  return [...params].filter(([name]) => known.has(name))
}

/**
 * Compares an address with what was asked for. Both are decoded, since Next
 * passes on commas and slashes escaped or not, however they were sent.
 */
function leadsTo(href: string, path: string, asked: [name: string, value: string][]): boolean {
  const [hrefPath = '', query = ''] = href.split('?')
  const wanted = [...new URLSearchParams(query)]
  return (
    decodeURIComponent(hrefPath) === decodeURIComponent(path) &&
    JSON.stringify(wanted) === JSON.stringify(asked)
  )
}

/** Redirects to an address of this site, and to no other host whatever the address holds. */
function redirect(request: NextRequest, href: string): NextResponse {
  const path = pathOnSite(href)
  if (path === null) return rewrite(request, NOWHERE)
  return NextResponse.redirect(new URL(path, request.nextUrl.origin), 308)
}

function rewrite(request: NextRequest, path: string): NextResponse {
  return NextResponse.rewrite(new URL(path, request.url))
}

// Next reads this without running it. Without a feed parameter the pages are static files.
export const config = {
  matcher: [
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'q' }] },
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'any' }] },
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'all' }] },
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'none' }] },
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'sort' }] },
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'window' }] },
    { source: '/(de|ar)?/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'cursor' }] },
    '/(de|ar)?/(feed|pick|found)/:query',
    '/(de|ar)?/(topics|articles|days)/:name',
    '/via/:address*',
    // English needs no prefix.
    '/en/:path*',
    // Everything that may be spelled in another way, but for files and programs.
    '/((?!_next/|api/|fonts/|pictures/).*[A-Z%].*)',
    '/api/articles/(.*%.*)',
  ],
}
