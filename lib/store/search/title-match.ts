import type { Clause, Term } from '@/lib/search/search-query'
import { words } from '@/lib/search/tokenize'
import { isPrefix } from './match'

type WordsTerm = Extract<Term, { kind: 'words' }>

const isWords = (term: Term): term is WordsTerm => term.kind === 'words'

/** Whether a title alone can tell: a clause that takes either a word or a topic asks for more than that. */
export function isToldByTitle(clauses: readonly Clause[]): boolean {
  return clauses.every(
    ({ negated, terms }) => negated || terms.every(isWords) || !terms.some(isWords),
  )
}

/** Whether the title of a match has all the words that the clauses ask for. */
export function hasAllInTitle(title: string, clauses: readonly Clause[]): boolean {
  const text = words(title)
  return clauses.every(({ negated, terms }) => {
    const asked = terms.filter(isWords)
    return negated || asked.length === 0 || asked.some((term) => hasPhrase(text, term))
  })
}

/** Whether the words of a term stand next to each other in a text. */
export function hasPhrase(text: readonly string[], term: WordsTerm): boolean {
  const last = term.words.length - 1
  return text.some((_, start) =>
    term.words.every((word, at) => {
      const other = text[start + at]
      return at === last && isPrefix(term) ? other?.startsWith(word) : other === word
    }),
  )
}
