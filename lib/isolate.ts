import { directionOf, type Locale } from './locale'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'

/** Characters written from right to left, and controls of direction. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Isolates text of a document, a source or a reader from the words of the interface around
 * it, so that neither changes the order of the other's signs and numbers. For plain strings:
 * titles of pages, attributes and messages; in HTML `<bdi>` or `dir="auto"` does the same.
 *
 * @param locale of the words around it
 * @returns the text between U+2068 and U+2069, without unmatched isolates of its own; unchanged
 *   where nothing can be reordered
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(text: string, locale: Locale): string {
  if (text === '' || (directionOf(locale) === 'ltr' && !TURNS.test(text))) return text
  return FIRST_STRONG_ISOLATE + balanced(text) + POP_DIRECTIONAL_ISOLATE
}

/** A text that neither closes an isolate around it nor leaves one of its own open. */
function balanced(text: string): string {
  let open = 0
  // A paragraph separator would end the isolate.
  const closed = text.replace(/[\u2066-\u2069]|[\n\r\u0085\u2029]+/g, (found) => {
    if (!/[\u2066-\u2069]/.test(found)) return ' '
    if (found !== POP_DIRECTIONAL_ISOLATE) open += 1
    else if (open > 0) open -= 1
    else return ''
    return found
  })
  return closed + POP_DIRECTIONAL_ISOLATE.repeat(open)
}
