import { createHash } from 'node:crypto'

/** Crockford's base32 in lower case: no i, l, o or u, so that an id reads aloud and spells nothing. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Characters in a public id: 50 bits, one clash expected among some 40 million articles. */
export const PUBLIC_ID_LENGTH = 10

/**
 * The short, stable id of an article: the first 50 bits of the SHA-256 of its
 * canonical URL, so that a rebuilt database keeps every link.
 *
 * @param canonicalUrl what `canonicalUrl()` gave, or any other text that is an identity
 * @returns {@link PUBLIC_ID_LENGTH} characters of lower-case base32
 * @see https://www.crockford.com/base32.html
 */
export function publicIdOf(canonicalUrl: string): string {
  const digest = createHash('sha256').update(canonicalUrl, 'utf8').digest()
  let bits = digest.readBigUInt64BE() >> 14n
  let id = ''
  for (let i = 0; i < PUBLIC_ID_LENGTH; i++) {
    id = ALPHABET.charAt(Number(bits & 31n)) + id
    bits >>= 5n
  }
  return id
}
