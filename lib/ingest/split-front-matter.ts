/** A document taken apart, with where each part begins in its source, in UTF-16 units. */
export interface FrontMatter {
  yaml: string
  yamlStart: number
  /** Line of the source, from 1, on which the YAML begins. */
  yamlLine: number
  /** Mark on the closing line. */
  mark: '---' | '...'
  /** What follows the closing line, as it stands. */
  body: string
  bodyStart: number
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/
// Without the flag `m`, for which U+2028 and a lone carriage return begin a line as well.
const CLOSING = /(?<![^\n])(---|\.\.\.)[ \t]*(?:\r?\n|(?![^]))/

/**
 * Parts the front matter from the body.
 *
 * @param source the whole file
 * @returns the parts, or which of the two lines of dashes is missing
 */
export function splitFrontMatter(source: string): FrontMatter | 'opening' | 'closing' {
  const opening = OPENING.exec(source)?.[0]
  if (!opening) return 'opening'
  const rest = source.slice(opening.length)
  const closing = CLOSING.exec(rest)
  if (!closing) return 'closing'
  const bodyStart = opening.length + closing.index + closing[0].length
  return {
    yaml: rest.slice(0, closing.index),
    yamlStart: opening.length,
    yamlLine: 2,
    mark: closing[1] === '...' ? '...' : '---',
    body: source.slice(bodyStart),
    bodyStart,
  }
}
