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

/** No page is here: rewritten to it, a request is answered with the one static "not found" page. */
const NOWHERE = '/nowhere'

/** Internal folders of pages with a query: feeds, the choice of topics, what a search found. */
const ROOMS = ['feed', 'pick', 'found'] as const
type Room = (typeof ROOMS)[number]

/**
 * Gives every feed with parameters one static page of its own: the query of
 * `/`, `/topics`, `/topics/<slug>` and `/search` becomes the last segment of an
 * internal path. An address that is not canonical leads to the one that is; one
 * that nobody can read ends as "not found".
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams, search } = request.nextUrl
  if (!isDecodable(pathname)) return rewrite(request, NOWHERE)
  const [, first, segment] = pathname.split('/')
  if (first === 'via') return redirect(request, leaveVia(segment ?? ''))
  const internal = ROOMS.find((room) => room === first)
  if (internal && segment) return leaveInternalPath(request, internal, segment)
  const slug = first === 'topics' && segment ? decodeSegment(segment) : undefined
  const parsed = parseFeedQuery(searchParams, slug)
  if (!parsed.ok) return rewrite(request, NOWHERE)
  const room = roomOf(pathname, parsed)
  const href = publicHref(room, parsed)
  const asked = pathname + knownParameters(search)
  if (withPlainCommas(href) !== withPlainCommas(asked)) return redirect(request, href)
  return rewrite(request, `/${room}/${encodeURIComponent(feedQuery(parsed.filter, parsed.cursor))}`)
}

function leaveInternalPath(request: NextRequest, room: Room, segment: string) {
  const parsed = parseInternalFeedPath(segment)
  return parsed.ok ? redirect(request, publicHref(room, parsed)) : NextResponse.next()
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
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'q' }] },
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'any' }] },
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'all' }] },
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'none' }] },
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'sort' }] },
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'window' }] },
    { source: '/(search|topics|topics/[^/]+)?', has: [{ type: 'query', key: 'cursor' }] },
    '/feed/:query',
    '/pick/:query',
    '/found/:query',
    '/via/:address',
    '/(topics|articles|api/articles)/(.*%.*)',
  ],
}
