/** Stands for the site itself, whose own host no stored address names. */
const SITE = 'https://site.invalid'

/** True for text with control characters or line breaks, which URL parsers drop in silence. */
export function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

/**
 * Reads an absolute http or https address, as a person or a program writes it.
 *
 * @param text any text; white space around it is ignored
 * @returns the address in ASCII, which headers can carry, itself unchanged by
 *   this function; null for anything else
 */
export function parseWebAddress(text: string): string | null {
  const url = URL.parse(text.trim())
  return url && isOfWeb(url) ? url.href : null
}

/**
 * Reads the address of a picture: an http or https address, or a path of the
 * site's own. `//host/…`, which lacks a scheme, is read as https.
 *
 * @returns the address or path in ASCII; null for anything else
 */
export function parsePictureAddress(text: string): string | null {
  const trimmed = text.trim()
  if (!trimmed.startsWith('/')) return parseWebAddress(trimmed)
  const url = URL.parse(trimmed, SITE)
  return url && url.origin !== SITE ? url.href : pathOnSite(trimmed)
}

/**
 * Resolves text as an address on this site, as browsers would.
 *
 * @param text any text
 * @returns path, query and fragment, beginning with exactly one slash, in
 *   ASCII without controls; null when it leads to another host or could be read so
 */
export function pathOnSite(text: string): string | null {
  const url = URL.parse(text, SITE)
  // The path of `/.//host` is `//host`, which names a host where it is shown by itself.
  if (url?.origin !== SITE || url.pathname.startsWith('//')) return null
  return url.pathname + url.search + url.hash
}

function isOfWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

/**
 * An address as a header can carry it, for those that were stored before
 * addresses were normalised at import: everything but visible ASCII is escaped.
 */
export function asciiAddress(address: string): string {
  return address.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}
