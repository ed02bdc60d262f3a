import { createHash } from 'node:crypto'

/**
 * The Content-Security-Policy of a page.
 *
 * @param {object} page
 * @param {string[]} page.scripts texts of the inline scripts that may run
 * @param {string[]} page.styles texts of the style elements that may apply
 * @param {boolean} page.isOverTls whether the browser reached the page over TLS
 */
export function pagePolicy({ scripts, styles, isOverTls }) {
  // Over TLS, browsers ask for pictures at http: addresses by https:.
  const pictures = isOverTls ? ['https:'] : ['https:', 'http:']
  const directives = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...hashes(scripts)],
    ['style-src', "'self'", ...hashes(styles)],
    // A style attribute holds a number for this element (a ratio, a share) and differs per story.
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self'", ...pictures],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    ['worker-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ...(isOverTls ? [['upgrade-insecure-requests']] : []),
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}

/** @param {string[]} texts */
function hashes(texts) {
  return [...new Set(texts)].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
