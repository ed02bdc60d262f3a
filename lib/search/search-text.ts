/** Longest search, in characters (code points): more than anyone types, little enough for an address. */
export const MAX_SEARCH_LENGTH = 200

/** More terms than anyone asks for; what is beyond is ignored, so that no search is a burden. */
export const MAX_SEARCH_TERMS = 32

/**
 * A search as typed, in its one form: NFC, trimmed, single spaces, at most 200
 * characters, no control characters or halves of a surrogate pair. It is what
 * addresses and caches carry.
 *
 * @param text anything at all
 * @returns itself canonical; empty when there is nothing to search for
 */
export function canonicalSearchText(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (plain.length <= MAX_SEARCH_LENGTH) return plain
  return [...plain].slice(0, MAX_SEARCH_LENGTH).join('').trimEnd()
}
