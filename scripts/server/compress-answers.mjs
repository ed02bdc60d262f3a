import { constants } from 'node:zlib'
import compression from 'compression'

const compress = compression({
  brotli: {
    params: {
      // By the middleware's 4, pages are larger than by gzip; 5 takes as long and saves 7 % (6 and more hardly help).
      [constants.BROTLI_PARAM_QUALITY]: 5,
      // 128 KiB hold a page. By default each answer under way would take some MiB of the system and give them back.
      [constants.BROTLI_PARAM_LGWIN]: 17,
    },
  },
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
