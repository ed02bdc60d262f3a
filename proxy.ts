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

/**
 * Gives every feed with parameters one static page of its own: the query of
 * `/`, `/topics` and `/topics/<slug>` becomes the last segment of an internal
 * path. An address that is not canonical leads to the one that is; one that
 * nobody can read ends as "not found".
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams, search } = request.nextUrl
  if (!isDecodable(pathname)) return rewrite(request, NOWHERE)
  const [, room, segment] = pathname.split('/')
  if (room === 'via') return redirect(request, leaveVia(segment ?? ''))
  if ((room === 'feed' || room === 'pick') && segment)
    return leaveInternalPath(request, room, segment)
  const slug = room === 'topics' && segment ? decodeSegment(segment) : undefined
  const parsed = parseFeedQuery(searchParams, slug)
  const base = pathname === '/topics' ? 'pick' : 'feed'
  if (!parsed.ok) return rewrite(request, NOWHERE)
  const href = publicHref(base, parsed)
  if (href !== pathname + knownParameters(search)) return redirect(request, href)
  return rewrite(request, `/${base}/${encodeURIComponent(feedQuery(parsed.filter, parsed.cursor))}`)
}

function leaveInternalPath(request: NextRequest, base: 'feed' | 'pick', segment: string) {
  const parsed = parseInternalFeedPath(segment)
  return parsed.ok ? redirect(request, publicHref(base, parsed)) : NextResponse.next()
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

function publicHref(base: 'feed' | 'pick', parsed: Extract<ParsedFeed, { ok: true }>): string {
  return base === 'pick' ? pickerHref(parsed.filter) : feedHref(parsed.filter, parsed.cursor)
}

/**
 * The query as it was sent, without what says nothing about a feed, such as a
 * campaign's mark. Next hands commas on escaped, however they were sent.
 */
function knownParameters(search: string): string {
  const known = new Set<string>(FEED_PARAMETERS)
  const parts = search.slice(1).split('&')
  const kept = parts.filter((part) => known.has(part.split('=', 1)[0] ?? ''))
  return kept.length > 0 ? `?${kept.join('&').replaceAll('%2C', ',')}` : ''
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
    { source: '/(topics|topics/[^/]+)?', has: [{ type: 'query', key: 'any' }] },
    { source: '/(topics|topics/[^/]+)?', has: [{ type: 'query', key: 'all' }] },
    { source: '/(topics|topics/[^/]+)?', has: [{ type: 'query', key: 'none' }] },
    { source: '/(topics|topics/[^/]+)?', has: [{ type: 'query', key: 'sort' }] },
    { source: '/(topics|topics/[^/]+)?', has: [{ type: 'query', key: 'window' }] },
    { source: '/(topics|topics/[^/]+)?', has: [{ type: 'query', key: 'cursor' }] },
    '/feed/:query',
    '/pick/:query',
    '/via/:address',
    '/(topics|articles|api/articles)/(.*%.*)',
  ],
}
