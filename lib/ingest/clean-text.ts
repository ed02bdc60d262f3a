import { decodeHTMLStrict } from 'entities'
import { isVisible } from './is-visible'

/** Line breaks of every kind, as words on both sides of one must not run together. */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Control characters except tab and line feed: no reader sees them, and PostgreSQL stores no NUL. */
const CONTROL = /[^\P{Cc}\t\n]/gu

/**
 * Plain text as readers see it: character references such as `&#8211;` are
 * the signs they stand for, once, and what is left is text, never markup.
 *
 * @returns null when nothing is left that can be seen
 */
export function cleanText(text: string | null | undefined): string | null {
  if (!text) return null
  const clean = decodeHTMLStrict(text)
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, '')
    .trim()
  return isVisible(clean) ? clean : null
}

/** {@link cleanText} in one line. */
export function cleanLine(text: string | null | undefined): string | null {
  return cleanText(text)?.replace(/\s*\n\s*/g, ' ') ?? null
}
