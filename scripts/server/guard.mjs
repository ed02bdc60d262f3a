import { checkRequest } from './check-request.mjs'
import { meaningfulUrl } from './meaningful-url.mjs'
import { plainAnswer } from './plain-answer.mjs'

/**
 * Headers that a server may ignore where nothing is changed (RFC 9110, 13.1 and 14.2). Next answers those that a
 * file does not meet with 500; the files of the site are small enough to be sent whole.
 */
const IGNORED_HEADERS = ['range', 'if-range', 'if-match', 'if-unmodified-since']

/**
 * Refuses requests that no route can answer, and gives the others their
 * address in one form.
 *
 * @param {import('./answer-cache.mjs').Handler} handle
 * @returns {import('./answer-cache.mjs').Handler}
 */
export function guard(handle) {
  return (request, response) => {
    const checked = checkRequest(request)
    if (checked.refusal) return plainAnswer(response, checked.refusal, request)
    request.url = meaningfulUrl(checked.url, request.headers.rsc !== undefined)
    for (const name of IGNORED_HEADERS) Reflect.deleteProperty(request.headers, name)
    giveType(response)
    return handle(request, response)
  }
}

/** Says of the address in the body of a redirect that it is text, which Next does not. @param {import('node:http').ServerResponse} response */
function giveType(response) {
  const { writeHead } = response
  response.writeHead = function (/** @type {number} */ status, /** @type {any[]} */ ...rest) {
    const leadsOn = status > 300 && status < 400 && status !== 304
    if (leadsOn && !this.hasHeader('content-type')) {
      this.setHeader('content-type', 'text/plain; charset=utf-8')
    }
    // @ts-expect-error -- writeHead has several forms, of which each is handed on as it came
    return writeHead.call(this, status, ...rest)
  }
}
