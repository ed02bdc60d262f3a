/** Tags of languages in use begin with a code of two or three letters. */
const IN_USE = /^[a-z]{2,3}(-|$)/i

/**
 * Reads a language tag (BCP 47).
 *
 * @param value as a document has it
 * @returns the tag in its canonical form, such as `pt-BR`; null where it is none
 */
export function parseLanguage(value: unknown): string | null {
  if (typeof value !== 'string' || !IN_USE.test(value.trim())) return null
  try {
    return Intl.getCanonicalLocales(value.trim())[0] ?? null
  } catch {
    return null
  }
}
