import { holdPage } from './hold-page.mjs'
import { findInlineCode } from './inline-code.mjs'
import { pagePolicy } from './page-policy.mjs'
import { isOverTls } from './security-headers.mjs'

/** Most refused texts that are reported, each once. */
const MAX_REPORTS = 100

/**
 * Gives each page a Content-Security-Policy with the hashes of its own inline code. It belongs inside
 * of the cache of whole answers, so that a page is searched once for all who get it, and inside of
 * the compression.
 *
 * @param {import('./answer-cache.mjs').Handler} handle
 * @param {import('./inline-code.mjs').KnownCode} known
 * @param {(message: string) => void} [report] called for code without a hash, which browsers do not run
 * @returns {import('./answer-cache.mjs').Handler}
 */
export function permitInlineCode(handle, known, report = console.warn) {
  const reported = new Set()
  const reportOnce = (/** @type {string | undefined} */ url, /** @type {string} */ text) => {
    if (reported.has(text) || reported.size >= MAX_REPORTS) return
    reported.add(text)
    report(`${url}: inline code that is not of the build was not allowed: ${text.slice(0, 80)}`)
  }
  return (request, response) => {
    holdPage(response, (page) => {
      const { html, scripts, styles, refused } = findInlineCode(page, known)
      for (const text of refused) reportOnce(request.url, text)
      const policy = pagePolicy({ scripts, styles, isOverTls: isOverTls(request) })
      response.setHeader('content-security-policy', policy)
      // Stated for the page as it was before; where it is not compressed, Node counts again.
      response.removeHeader('content-length')
      return html
    })
    return handle(request, response)
  }
}
