/**
 * Security headers, by name in lower case. next.config.js and the server import them from here, so
 * that `next start` and `scripts/server.mjs` send the same values
 * (docs/decisions/content-security-policy.md).
 */

/** @typedef {Record<string, string>} Headers */

/** Browser features that no page uses. */
const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const NOT_EMBEDDED = "base-uri 'none'; frame-ancestors 'none'"

/** Policy for any answer, used where the page's inline code is not known (`next start`). */
export const BASE_POLICY = `object-src 'none'; form-action 'self'; ${NOT_EMBEDDED}`

/** Policy for everything but pages: opened by itself, it may style itself and nothing else. */
export const FILE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; ${NOT_EMBEDDED}; sandbox`

/** Policy for the service worker, which fetches the pictures of pages, also those of other hosts. */
export const WORKER_POLICY =
  "default-src 'self'; connect-src 'self' https: http:; img-src 'self' https: http:; object-src 'none'"

/** Headers of every answer. An answer that sets one of them itself keeps its own value. */
export const EVERYWHERE = Object.freeze({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': UNUSED_FEATURES.map((name) => `${name}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
})

/** Two years. Other hosts of the same domain are the operator's affair, so they are not included. */
export const OVER_TLS = Object.freeze({ 'strict-transport-security': 'max-age=63072000' })

/** Other sites and readers of feeds may show pictures and icons. */
const EMBEDDABLE = { 'cross-origin-resource-policy': 'cross-origin' }

/** @param {Headers} headers */
const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/**
 * Rules for `headers()` in next.config.js. A later rule overrides an earlier one.
 *
 * @returns {Awaited<ReturnType<NonNullable<import('next').NextConfig['headers']>>>}
 */
export function headerRules() {
  const picture = { ...EMBEDDABLE, 'content-security-policy': FILE_POLICY }
  return [
    {
      source: '/:path*',
      headers: asList({ ...EVERYWHERE, 'content-security-policy': BASE_POLICY }),
    },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: asList(OVER_TLS),
    },
    { source: '/(pictures|icons)/:file*', headers: asList(picture) },
    { source: '/:file(icon\\.svg|apple-icon\\.png|favicon\\.ico)', headers: asList(picture) },
    { source: '/sw.js', headers: asList({ 'content-security-policy': WORKER_POLICY }) },
    // Where an article is read learns nothing of the feed that its reader came from.
    {
      source: '/api/articles/:id/original',
      headers: asList({ 'referrer-policy': 'no-referrer' }),
    },
  ]
}

/**
 * Whether the browser reached the site over TLS, which usually ends at a proxy.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export function isOverTls({ headers, socket }) {
  const [scheme] = String(headers['x-forwarded-proto'] ?? '').split(',')
  return scheme?.trim() === 'https' || 'encrypted' in socket
}
