/** A word of a text, as search knows it. */
export interface Token {
  /** Folded, at most 64 characters: letters, marks and digits; or a name with its sign, such as c++, at&t or .net. */
  word: string
  /** Where it stands in the text, in UTF-16 code units; `end` is exclusive. */
  start: number
  end: number
}

/** Longer words are cut: no reader types them, and mostly they are data. */
const MAX_LENGTH = 64

/** A word no longer than the longest. */
export function cut(word: string): string {
  return word.length > MAX_LENGTH ? [...word].slice(0, MAX_LENGTH).join('') : word
}
