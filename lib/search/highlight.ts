import type { SearchQuery, Term } from './search-query'
import { isSingleCharacter, tokenize, type Token } from './tokenize'

type WordsTerm = Extract<Term, { kind: 'words' }>
type TextRange = [start: number, end: number]

/**
 * The parts of a text that a search finds in it: its words and phrases, unless
 * they are excluded. A prefix marks the whole word.
 *
 * @returns UTF-16 offsets, the end exclusive; sorted, apart from each other
 */
export function findHighlights(text: string, query: SearchQuery): TextRange[] {
  const terms = query.clauses
    .filter((clause) => !clause.negated)
    .flatMap((clause) => clause.terms)
    .filter((term) => term.kind === 'words')
  const tokens = terms.length > 0 ? tokenize(text) : []
  return mergeRanges(terms.flatMap((term) => findTerm(tokens, term)))
}

function findTerm(tokens: readonly Token[], term: WordsTerm): TextRange[] {
  return tokens.flatMap((first, at): TextRange[] => {
    const last = tokens[at + term.words.length - 1]
    if (!last || !standsAt(tokens, at, term)) return []
    const next = tokens[at + term.words.length]
    return [[first.start, endOf(last, next, term)]]
  })
}

function standsAt(tokens: readonly Token[], at: number, { words, prefix }: WordsTerm): boolean {
  return words.every((word, i) => {
    const found = tokens[at + i]?.word
    return found === word || (prefix && i === words.length - 1 && found?.startsWith(word))
  })
}

/** A character of a script without spaces is found as the first of a pair; the pair overlaps with the next. */
function endOf(last: Token, next: Token | undefined, { words }: WordsTerm): number {
  const half = next && next.start > last.start && next.start < last.end
  return half && isSingleCharacter(words.at(-1) ?? '') ? next.start : last.end
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
