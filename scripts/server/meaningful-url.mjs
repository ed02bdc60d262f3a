/** Parameters that a page depends on; the same as FEED_PARAMETERS of lib/feed-url.ts. */
export const PAGE_PARAMETERS = ['q', 'any', 'all', 'none', 'sort', 'window', 'cursor']

/** Added by the router of a browser to what it fetches, and checked by Next. */
const ROUTER_PARAMETER = '_rsc'

/** Routes that read their own parameters. */
const OWN_PARAMETERS = /^\/(?:api|_next)(?:\/|$)/

/** Pages and files that have no parameters, in each language. */
const NO_PARAMETERS =
  /^(?:\/(?:en|de|ar))?\/(?:articles|days|pictures|fonts|icons|saved|settings|offline|missing)(?:\/|$)|^\/[^/]+\.[a-z0-9]+$/i

/**
 * Takes from a target the parameters that change nothing, so that a page has
 * one address for all caches however a reader came to it.
 *
 * @param {string} url in origin form
 * @param {boolean} isRouter whether the router of a browser asks
 */
export function meaningfulUrl(url, isRouter) {
  const at = url.indexOf('?')
  if (at < 0) return url
  const path = url.slice(0, at)
  if (OWN_PARAMETERS.test(path)) return url
  const wanted = new Set(NO_PARAMETERS.test(path) ? [] : PAGE_PARAMETERS)
  if (isRouter) wanted.add(ROUTER_PARAMETER)
  const parts = url.slice(at + 1).split('&')
  const kept = parts.filter((part) => wanted.has(part.split('=', 1)[0] ?? ''))
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path
}
