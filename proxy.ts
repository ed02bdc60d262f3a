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

/** No page is here: rewritten to it, a request is answered with the one static "not found" page. */
const NOWHERE = '/nowhere'

/** Internal folders of pages with a query: feeds, the choice of topics, what a search found. */
const ROOMS = ['feed', 'pick', 'found'] as const
type Room = (typeof ROOMS)[number]

/** Folders of what is no feed: they come here only to be kept from addresses that hold no text. */
const PAGES = ['articles', 'days', 'api']

/**
 * Gives every feed with parameters one static page of its own in each language:
 * the query of `/`, `/topics`, `/topics/<slug>` and `/search` becomes the last
 * segment of an internal path. An address that is not canonical leads to the one
 * that is; one that nobody can read ends as "not found".
 */
export function proxy(request: NextRequest): NextResponse {
  const { searchParams, search } = request.nextUrl
  if (!isDecodable(request.nextUrl.pathname)) return rewrite(request, NOWHERE)
  const { locale, path: pathname } = splitLocale(request.nextUrl.pathname)
  const [, first, segment] = pathname.split('/')
  if (PAGES.some((page) => page === first)) return NextResponse.next()
  if (first === 'via') return redirect(request, leaveVia(segment ?? ''))
  const internal = ROOMS.find((room) => room === first)
  if (internal && segment) return leaveInternalPath(request, locale, internal, segment)
  const slug = first === 'topics' && segment ? decodeSegment(segment) : undefined
  const parsed = parseFeedQuery(searchParams, slug)
  if (!parsed.ok) return rewrite(request, NOWHERE)
  const room = roomOf(pathname, parsed)
  const href = localePath(locale, publicHref(room, parsed))
  const asked = localePath(locale, pathname + knownParameters(search))
  if (withPlainCommas(href) !== withPlainCommas(asked)) return redirect(request, href)
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

/** Next itself fails on a path that holds no text. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/**
 * Links with a query come by way of `/via/<address>` (components/instant-links.tsx).
 * Two slashes at the beginning would name another host.
 */
function leaveVia(segment: string): string {
  return decodeURIComponent(segment).replace(/^[/\\]*/, '/')
}

function publicHref(room: Room, { filter, cursor }: Parsed): string {
  if (room === 'pick') return pickerHref(filter)
  // Whoever searches for nothing gets the page to search from.
  return room === 'found' && filter.q === '' ? '/search' : feedHref(filter, cursor)
}

/** The query as it was sent, without what says nothing about a feed, such as a campaign's mark. */
function knownParameters(search: string): string {
  const known = new Set<string>(FEED_PARAMETERS)
  const parts = search.slice(1).split('&')
  const kept = parts.filter((part) => known.has(part.split('=', 1)[0] ?? ''))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** Next hands commas on escaped, however they were sent. */
function withPlainCommas(href: string): string {
  return href.replaceAll('%2C', ',')
}

function redirect(request: NextRequest, href: string): NextResponse {
  return NextResponse.redirect(new URL(href, request.url), 308)
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
    '/via/:address',
    '/(de|ar)?/(topics|articles|days|api/articles)/(.*%.*)',
  ],
}
