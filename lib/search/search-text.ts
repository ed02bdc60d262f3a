/** Longest search, in characters (code points): more than anyone types, little enough for an address. */
const MAX_LENGTH = 200

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
  return plain.length > MAX_LENGTH ? [...plain].slice(0, MAX_LENGTH).join('').trimEnd() : plain
}
