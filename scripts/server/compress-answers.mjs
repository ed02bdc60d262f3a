import { constants } from 'node:zlib'
import compression from 'compression'

const compress = compression({
  // By the middleware's 4, pages are larger than by gzip; 5 takes as long and saves 7 % (6 and more hardly help).
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  filter(request, response) {
    // Next gives the type of a route handler's answer as a list of one.
    const [type] = [response.getHeader('content-type')].flat()
    if (type !== undefined) response.setHeader('content-type', type)
    return compression.filter(request, response)
  },
})

/**
 * Compresses what a handler answers, where it can be compressed and the client takes it.
 *
 * @param {import('./answer-cache.mjs').Handler} handle
 * @returns {import('./answer-cache.mjs').Handler}
 */
export function compressAnswers(handle) {
  return (request, response) => {
    compress(request, response, () => {})
    return handle(request, response)
  }
}
