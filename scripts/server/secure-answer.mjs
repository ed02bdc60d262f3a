import { EVERYWHERE, FILE_POLICY, OVER_TLS, isOverTls } from './security-headers.mjs'

const POLICY = 'content-security-policy'

/**
 * Adds the security headers that an answer does not set itself, whoever makes it: Next, a cache, or
 * the server where a request fails.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response nothing of which has been sent yet
 */
export function secureAnswer(request, response) {
  const { writeHead } = response
  response.writeHead = function (/** @type {number} */ status, /** @type {any[]} */ ...rest) {
    const last = rest.at(-1)
    if (last && typeof last === 'object' && !Array.isArray(last)) {
      for (const [name, value] of Object.entries(rest.pop())) this.setHeader(name, value)
    }
    addMissing(this, isOverTls(request) ? { ...EVERYWHERE, ...OVER_TLS } : EVERYWHERE)
    setPolicy(this, status, request.url)
    return writeHead.call(this, status, ...rest)
  }
}

/** @param {import('node:http').ServerResponse} response @param {Record<string, string>} headers */
function addMissing(response, headers) {
  for (const [name, value] of Object.entries(headers)) {
    if (!response.hasHeader(name)) response.setHeader(name, value)
  }
}

/** @type {(response: import('node:http').ServerResponse, status: number, url: string | undefined) => void} */
function setPolicy(response, status, url) {
  // A browser would replace the policy of the page that it has with the one of this answer.
  if (status === 304) return response.removeHeader(POLICY)
  const isPage = /^text\/html\b/i.test(String(response.getHeader('content-type')))
  const isWorker = /^\/sw\.js(\?|$)/.test(url ?? '')
  if (!isPage && !isWorker) response.setHeader(POLICY, FILE_POLICY)
}
