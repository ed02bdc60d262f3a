import { createHash } from 'node:crypto'

/** Shared caches may keep an answer for ten seconds, and show it for a minute more while they ask again. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=10, stale-while-revalidate=60'

/**
 * Content as JSON with an entity tag; a client that has it already gets 304 and no body.
 *
 * @param cacheControl who may keep the answer, and for how long
 */
export function jsonResponse(
  request: Request,
  content: unknown,
  cacheControl: string = CACHE_CONTROL,
): Response {
  const body = JSON.stringify(content)
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'Cache-Control': cacheControl, ETag: tag }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((other) => other.trim().replace(/^W\//, '') === tag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } })
}
