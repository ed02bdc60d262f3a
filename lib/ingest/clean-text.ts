import { decodeHTMLStrict } from 'entities'

/** Control characters except tab and line feed: no reader sees them, and PostgreSQL stores no NUL. */
const CONTROL = /[^\P{Cc}\t\n]/gu

/**
 * Plain text as readers see it: character references such as `&#8211;` are
 * the signs they stand for, once, and what is left is text, never markup.
 *
 * @returns null when nothing is left
 */
export function cleanText(text: string | null | undefined): string | null {
  if (!text) return null
  return decodeHTMLStrict(text).toWellFormed().replace(CONTROL, '').trim() || null
}

/** {@link cleanText} in one line. */
export function cleanLine(text: string | null | undefined): string | null {
  return cleanText(text)?.replace(/\s*\n\s*/g, ' ') ?? null
}
