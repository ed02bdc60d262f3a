/**
 * Holds back an answer that is a page until it is complete, because its headers depend on all of its
 * text. Other answers pass as they are written.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {(page: string) => string} onPage called once with the whole page, before its headers are
 *   sent; returns the page to send. The page is empty for HEAD.
 */
export function holdPage(response, onPage) {
  const { write, end, flushHeaders } = response
  /** @type {Buffer[]} */
  const chunks = []
  const isPage = () =>
    !response.headersSent && /^text\/html\b/i.test(String(response.getHeader('content-type')))
  const hold = (/** @type {any[]} */ [chunk, encoding]) => {
    if (chunk == null || typeof chunk === 'function') return
    chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : undefined))
  }

  response.flushHeaders = function () {
    if (!isPage()) flushHeaders.call(this)
  }
  response.write = function (/** @type {any[]} */ ...args) {
    if (!isPage()) return write.apply(this, /** @type {any} */ (args))
    hold(args)
    args.find((each) => typeof each === 'function')?.()
    return true
  }
  response.end = function (/** @type {any[]} */ ...args) {
    if (!isPage()) return end.apply(this, /** @type {any} */ (args))
    hold(args)
    Object.assign(this, { write, end, flushHeaders })
    const page = onPage(Buffer.concat(chunks).toString())
    return end.call(
      this,
      page,
      'utf8',
      args.find((each) => typeof each === 'function'),
    )
  }
}
