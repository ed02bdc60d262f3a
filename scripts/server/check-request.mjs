/**
 * Reason for not answering a request.
 *
 * @typedef {{ status: number, detail: string, headers?: Record<string, string> }} Refusal
 */

/** Longest request target, in bytes; Node refuses a head of more than 16 KiB anyway. */
const MAX_URL_LENGTH = 8_192

/** Methods by path; any other path has {@link READING}. */
const METHODS = new Map([['/api/revalidate', ['POST']]])
const READING = ['GET', 'HEAD']

/** Pages that Next shows on its own accord, at addresses that nobody needs. */
const INTERNAL = /^\/+_(?:global-error|error|not-found)/i
/** No page is here. */
const NOWHERE = '/nowhere'

/** Absolute form of a target, which every server must accept (RFC 9112, 3.2.2). */
const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i

/**
 * Checks a request before anything else looks at it.
 *
 * @param {{ method?: string, url?: string }} request
 * @returns {{ url: string, refusal?: undefined } | { refusal: Refusal }} the target in origin form and
 *   ASCII, its path percent-encoded UTF-8 without controls; or why there is none
 */
export function checkRequest({ method = '', url: target = '' }) {
  if (target.length > MAX_URL_LENGTH) {
    return refuse(414, `The address is longer than ${MAX_URL_LENGTH} bytes.`)
  }
  const url = encodeRawBytes(toOriginForm(target))
  const [path = ''] = url.split('?', 1)
  const allowed = METHODS.get(path) ?? READING
  if (!allowed.includes(method)) {
    const detail = `This address answers ${allowed.join(' and ')} only.`
    return { refusal: { status: 405, detail, headers: { allow: allowed.join(', ') } } }
  }
  if (!path.startsWith('/')) return refuse(400, 'The address must begin with a slash.')
  if (!isText(path)) return refuse(400, 'The path is not percent-encoded UTF-8 text.')
  return { url: INTERNAL.test(decodeURIComponent(path)) ? NOWHERE : url }
}

/** @param {number} status @param {string} detail @returns {{ refusal: Refusal }} */
function refuse(status, detail) {
  return { refusal: { status, detail } }
}

/** @param {string} target */
function toOriginForm(target) {
  const origin = ABSOLUTE_FORM.exec(target)?.[0]
  if (origin === undefined) return target
  const rest = target.slice(origin.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Encodes what a target may hold in raw bytes, which Node hands on as Latin-1. @param {string} target */
function encodeRawBytes(target) {
  return target.replace(/[^\x21-\x7e]/g, (byte) => {
    return `%${(byte.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

/** @param {string} path */
function isText(path) {
  try {
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
