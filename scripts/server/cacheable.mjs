/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {Record<string, import('node:http').OutgoingHttpHeader>} Headers */

/** What, besides the address, may tell one answer from another; an answer that varies with more is not kept. */
const VARIANTS = [
  'accept-encoding',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]

/** Where the request was sent to, which an answer may repeat in its links. */
const ORIGIN = ['host', 'x-forwarded-host', 'x-forwarded-proto']

/**
 * Whether a request may be answered with what another one got, as RFC 9111 has
 * it for shared caches. Parts of answers are left to whoever makes them.
 *
 * @param {Request} request
 */
export function mayShareAnswer({ method, headers }) {
  if (method !== 'GET' && method !== 'HEAD') return false
  return headers.authorization === undefined && headers.range === undefined
}

/** The same text for requests that get the same answer. @param {Request} request */
export function answerKey({ url, headers }) {
  const parts = [...ORIGIN, ...VARIANTS].map((name) => headers[name] ?? '')
  return [url, ...parts].join('\n')
}

/**
 * How long a finished answer may be given to others.
 *
 * @param {number} status
 * @param {Headers} headers names in lower case
 * @returns {number} milliseconds; 0 for one that must not be kept
 */
export function sharedLifetime(status, headers) {
  // Addresses that lead nowhere are without end.
  if (status !== 200) return 0
  if (headers['set-cookie'] !== undefined) return 0
  // Next is making a newer one at this moment.
  if (String(headers['x-nextjs-cache']) === 'STALE') return 0
  if (!names(headers.vary).every((name) => VARIANTS.includes(name))) return 0
  return maxAge(names(headers['cache-control'])) * 1000
}

/** Seconds. @param {string[]} directives */
function maxAge(directives) {
  if (directives.some((each) => /^(no-store|no-cache|private)\b/.test(each))) return 0
  const shared = directives.find((each) => each.startsWith('s-maxage='))
  const given = shared ?? directives.find((each) => each.startsWith('max-age='))
  return Number(/=(\d+)$/.exec(given ?? '')?.[1] ?? 0)
}

/** The parts of a list header. @param {import('node:http').OutgoingHttpHeader | undefined} header */
function names(header) {
  const parts = String(header ?? '').split(',')
  return parts.map((part) => part.trim().toLowerCase()).filter((part) => part !== '')
}
