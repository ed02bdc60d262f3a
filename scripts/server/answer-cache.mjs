import { LRUCache } from 'lru-cache'
import { answerKey, mayShareAnswer, sharedLifetime } from './cacheable.mjs'
import { recordAnswer } from './record-answer.mjs'

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} Handler */
/** @typedef {import('./record-answer.mjs').Answer} Answer */

/** Headers of an answer, its key and the bookkeeping, in bytes, generously. */
const OVERHEAD = 2_000

/**
 * A shared cache of whole answers (RFC 9111) in front of a handler. What is
 * kept is sent again byte for byte, and forgotten when its time is over, when
 * room is needed, or all at once when the content changes.
 *
 * @param {Handler} handle makes the answers
 * @param {{
 *   changesContent: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean,
 *   maxBytes?: number,
 *   maxAnswerBytes?: number,
 * }} options `changesContent` says of a finished exchange whether older answers are void with it
 * @returns {Handler}
 */
export function cacheAnswers(
  handle,
  { changesContent, maxBytes = 48 * 2 ** 20, maxAnswerBytes = 2 ** 20 },
) {
  /** @type {LRUCache<string, Answer>} */
  const answers = new LRUCache({
    maxSize: maxBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length + OVERHEAD,
  })
  // Counts the changes: what was begun before one may show what was there before it.
  let generation = 0

  return (request, response) => {
    if (!mayShareAnswer(request)) {
      response.once('finish', () => {
        if (!changesContent(request, response)) return
        generation += 1
        answers.clear()
      })
      return handle(request, response)
    }
    const key = answerKey(request)
    const known = answers.get(key)
    if (known) return sendAnswer(request, response, known)
    const begun = generation
    if (request.method === 'GET') {
      const wanted = { maxBytes: maxAnswerBytes, isWanted: mayKeep }
      recordAnswer(response, wanted, (answer) => {
        const ttl = sharedLifetime(answer.status, answer.headers)
        if (ttl > 0 && begun === generation) answers.set(key, answer, { ttl })
      })
    }
    return handle(request, response)
  }
}

/** @type {(status: number, headers: Answer['headers']) => boolean} */
function mayKeep(status, headers) {
  return sharedLifetime(status, headers) > 0
}

/** @type {(...exchange: [...Parameters<Handler>, Answer]) => void} */
function sendAnswer({ method, headers: asked }, response, { status, headers, body }) {
  if (status === 200 && isKnown(asked['if-none-match'], headers.etag)) {
    response.writeHead(304, withoutBody(headers)).end()
    return
  }
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}

/** @param {Answer['headers']} headers */
function withoutBody(headers) {
  const told = Object.entries(headers).filter(([name]) => !/^content-(length|type)$/.test(name))
  return Object.fromEntries(told)
}

/** Compares entity tags weakly, as If-None-Match wants it (RFC 9110, 13.1.2). */
function isKnown(
  /** @type {string | undefined} */ known,
  /** @type {import('node:http').OutgoingHttpHeader | undefined} */ etag,
) {
  if (!known || !etag) return false
  const own = String(etag).replace(/^W\//, '')
  return known.split(',').some((tag) => ['*', own].includes(tag.trim().replace(/^W\//, '')))
}
