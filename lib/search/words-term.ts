import { joinedTokens } from './indexed-words'
import type { Token } from './token'
import { readText } from './tokenize'
import { isSingleCharacter } from './unspaced'

/** Words that a search asks for. */
export interface WordsTerm {
  kind: 'words'
  /** Folded, at least one; several are a phrase: they stand next to each other. */
  words: string[]
  /** Compounds of the phrase written as one, where it has any: either form is a match. */
  joined?: string[]
  /** The last word may go on. */
  prefix: boolean
}

/**
 * Reads a word or phrase of a search.
 *
 * @returns null when the text has no word
 */
export function wordsTerm(text: string): WordsTerm | null {
  const reading = readText(text)
  const last = reading.tokens.at(-1)
  if (!last) return null
  const single = isSingleCharacter(last.word)
  // The last character of a run is there for texts that end with it; the query's run may go on.
  const covered = single && reading.tokens.at(-2)?.end === last.end
  const wordsOf = (tokens: Token[]) =>
    (covered ? tokens.slice(0, -1) : tokens).map((token) => token.word)
  return {
    kind: 'words',
    words: wordsOf(reading.tokens),
    ...(reading.compounds.length > 0 && { joined: wordsOf(joinedTokens(reading)) }),
    prefix: text.endsWith('*') || (single && !covered),
  }
}

/** Reads the words of a text being typed, a term for each word or compound; the last one may go on. */
export function typedTerms(text: string): WordsTerm[] {
  const { tokens, compounds } = readText(text)
  const terms: WordsTerm[] = []
  for (let at = 0; at < tokens.length;) {
    const compound = compounds.find((one) => one.at === at)
    const end = at + (compound?.count ?? 1)
    const words = tokens.slice(at, end).map((token) => token.word)
    const joined = compound && { joined: [compound.joined.word] }
    terms.push({ kind: 'words', words, ...joined, prefix: end === tokens.length })
    at = end
  }
  return terms
}

/** The phrases of which any is a match for the term. */
export function phrasesOf({ words, joined }: WordsTerm): string[][] {
  return joined ? [words, joined] : [words]
}
