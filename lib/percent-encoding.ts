const ESCAPE = /%[0-9a-f]{2}/gi
const BROKEN_ESCAPE = /%(?![0-9a-f]{2})/i
const UNRESERVED = /[A-Za-z0-9._~-]/

/** Characters that no path, query or fragment may hold unescaped (RFC 3986, 3.3 to 3.5). */
const FORBIDDEN = /[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]/gu

/**
 * Normalises percent-encoding by RFC 3986, 6.2.2: escapes in upper case,
 * unreserved characters unescaped, characters that a URL cannot hold escaped
 * as UTF-8. Reserved characters stay as they are, escaped or not. Beside a
 * broken escape such as `%zz` nothing is unescaped, since what that gives
 * could form another escape with it.
 *
 * @param text a path, query or fragment, or a part of one
 * @returns ASCII; the same text for its own result
 */
export function normaliseEscapes(text: string): string {
  const broken = BROKEN_ESCAPE.test(text)
  return text
    .toWellFormed()
    .replace(FORBIDDEN, encodeURIComponent)
    .replace(ESCAPE, (escape) => {
      const character = String.fromCharCode(parseInt(escape.slice(1), 16))
      return !broken && UNRESERVED.test(character) ? character : escape.toUpperCase()
    })
}
