import { joinedTokens } from './indexed-words'
import type { SearchQuery } from './search-query'
import type { Token } from './token'
import { readText } from './tokenize'
import { isSingleCharacter } from './unspaced'
import { phrasesOf, type WordsTerm } from './words-term'

type TextRange = [start: number, end: number]

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const NON_ASCII = /[\u0080-\uffff]/

/**
 * The parts of a text that a search finds in it: its words and phrases, unless
 * they are excluded. A prefix highlights the whole word.
 *
 * @returns UTF-16 offsets, the end exclusive; sorted, apart from each other, never inside a grapheme
 */
export function findHighlights(text: string, query: SearchQuery): TextRange[] {
  const terms = query.clauses
    .filter((clause) => !clause.negated)
    .flatMap((clause) => clause.terms)
    .filter((term) => term.kind === 'words')
  if (terms.length === 0) return []
  const reading = readText(text)
  const found = terms.flatMap((term) => findTerm(reading.tokens, term))
  if (reading.compounds.length > 0) {
    const joined = joinedTokens(reading)
    for (const term of terms) found.push(...findTerm(joined, term))
  }
  return mergeRanges(toGraphemes(text, found))
}

function findTerm(tokens: readonly Token[], term: WordsTerm): TextRange[] {
  return phrasesOf(term).flatMap((words) => findPhrase(tokens, words, term.prefix))
}

function findPhrase(tokens: readonly Token[], words: string[], prefix: boolean): TextRange[] {
  return tokens.flatMap((first, at): TextRange[] => {
    const last = tokens[at + words.length - 1]
    if (!last || !standsAt(tokens, at, words, prefix)) return []
    return [[first.start, endOf(last, tokens[at + words.length], words)]]
  })
}

function standsAt(tokens: readonly Token[], at: number, words: string[], prefix: boolean): boolean {
  return words.every((word, i) => {
    const found = tokens[at + i]?.word
    return found === word || (prefix && i === words.length - 1 && found?.startsWith(word))
  })
}

/** A character of a script without spaces is found as the first of a pair; the pair overlaps with the next. */
function endOf(last: Token, next: Token | undefined, words: string[]): number {
  const half = next && next.start > last.start && next.start < last.end
  return half && isSingleCharacter(words.at(-1) ?? '') ? next.start : last.end
}

/** Widens ranges to whole graphemes: a sign may join the letter before it. */
function toGraphemes(text: string, ranges: TextRange[]): TextRange[] {
  if (ranges.length === 0 || !NON_ASCII.test(text)) return ranges
  const graphemes = GRAPHEMES.segment(text)
  return ranges.map(([start, end]) => {
    const last = graphemes.containing(end - 1)
    return [
      graphemes.containing(start)?.index ?? start,
      last ? last.index + last.segment.length : end,
    ]
  })
}

function mergeRanges(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    const before = merged.at(-1)
    if (before && start <= before[1]) before[1] = Math.max(before[1], end)
    else merged.push([start, end])
  }
  return merged
}
