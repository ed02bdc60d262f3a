import type { TextRanges } from './article'
import { shorten } from './shorten'

/** A text with the parts of it that a search matched. */
export interface MarkedText {
  text: string
  marks: TextRanges
}

/** A first match within so many characters is seen without help. */
const SEEN = 90

/** So many characters lead up to a first match that would not be seen. */
const BEFORE = 40

const OMITTED = '… '

/** The text from near its first match on, where that would stand too far down to be seen. */
export function fromFirstMatch({ text, marks }: MarkedText): MarkedText {
  const first = marks[0]?.[0] ?? 0
  if (first <= SEEN) return { text, marks }
  const from = wordStart(text, first - BEFORE, first)
  const moved = OMITTED.length - from
  return {
    text: OMITTED + text.slice(from),
    marks: marks.map(([start, end]) => [start + moved, end + moved]),
  }
}

/** Cuts a text as {@link shorten} does, its marks with it. */
export function shortenMarked({ text, marks }: MarkedText, length: number): MarkedText {
  const short = shorten(text, length)
  if (short === text) return { text, marks }
  const end = short.length - '…'.length
  const kept = marks.filter(([start]) => start < end)
  return { text: short, marks: kept.map(([start, stop]) => [start, Math.min(stop, end)]) }
}

/** Where the first word begins at or after a place, not beyond a limit; the place itself in scripts without spaces. */
function wordStart(text: string, place: number, limit: number): number {
  const space = text.indexOf(' ', place - 1)
  if (space >= 0 && space < limit) return space + 1
  // Never between the two halves of one character.
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place + 1 : place
}
