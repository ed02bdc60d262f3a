/**
 * A whole answer, ready to be sent again.
 *
 * @typedef {{ status: number, headers: import('./cacheable.mjs').Headers, body: Buffer }} Answer
 */

/** What Node says anew with each answer, and what belongs to one connection only. */
const OWN = ['connection', 'date', 'keep-alive', 'transfer-encoding']

/**
 * Listens to an answer while it is sent, without delaying it.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {object} wanted
 * @param {number} wanted.maxBytes a longer answer is not recorded
 * @param {(status: number, headers: import('./cacheable.mjs').Headers) => boolean} wanted.isWanted
 *   asked as the body begins: a stream of events would take more memory the longer it lasts
 * @param {(answer: Answer) => void} onEnd called once with the complete answer
 */
export function recordAnswer(response, { maxBytes, isWanted }, onEnd) {
  /** @type {Buffer[] | null} */
  let chunks = []
  let bytes = 0
  const keep = (/** @type {any} */ chunk, /** @type {any} */ encoding) => {
    if (!chunks || chunk == null || typeof chunk === 'function') return
    if (bytes === 0 && !isWanted(response.statusCode, response.getHeaders())) {
      chunks = null
      return
    }
    // A writer may use its buffer again once it is sent.
    const copy = Buffer.from(chunk, typeof encoding === 'string' ? encoding : undefined)
    bytes += copy.length
    if (bytes > maxBytes) chunks = null
    else chunks.push(copy)
  }

  const { write, end } = response
  response.write = function (chunk, ...rest) {
    keep(chunk, rest[0])
    return write.call(this, chunk, ...rest)
  }
  response.end = function (chunk, ...rest) {
    keep(chunk, rest[0])
    if (chunks) onEnd(complete(response, Buffer.concat(chunks)))
    chunks = null
    return end.call(this, chunk, ...rest)
  }
}

/** @param {import('node:http').ServerResponse} response @param {Buffer} body @returns {Answer} */
function complete(response, body) {
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).filter(([name]) => !OWN.includes(name)),
  )
  return { status: response.statusCode, headers, body }
}
