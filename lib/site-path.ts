import { localePath, splitLocale } from './locale'

/** Files and programs, whose names are as they are; all other paths are in lower case. */
const AS_IT_IS = /^\/(?:_next|api|fonts|pictures)(?:\/|$)|\.\w+$/

/** Escapes of characters that need none (RFC 3986, 2.3). */
const NEEDLESS_ESCAPE = /%(?:2D|2E|5F|7E|3\d|[46][1-9A-F]|[57][\dA]|4F|6F)/i

/**
 * The one spelling of a path of this site: lower case, only necessary escapes,
 * no prefix for English.
 *
 * @param path from the root, as it was requested
 * @returns the path itself where it is spelled so already, with or without
 *   escapes of reserved characters; null when its escapes are no text
 */
export function canonicalSitePath(path: string): string | null {
  const segments = decodeSegments(path)
  if (segments === null) return null
  if (AS_IT_IS.test(path)) return path
  const spelled = segments.map((segment) => encodeURIComponent(segment.toLowerCase())).join('/')
  const { locale, path: rest } = splitLocale(spelled)
  const canonical = localePath(locale, rest)
  const isSame = decodeURIComponent(canonical) === decodeURIComponent(path)
  return isSame && !NEEDLESS_ESCAPE.test(path) ? path : canonical
}

function decodeSegments(path: string): string[] | null {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}
