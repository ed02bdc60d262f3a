import type { Clause, Term } from '@/lib/search/search-query'
import { indexedWords } from '@/lib/search/indexed-words'
import { phrasesOf, type WordsTerm } from '@/lib/search/words-term'
import { isPrefix } from './match'

const isWords = (term: Term): term is WordsTerm => term.kind === 'words'

/** Whether a title alone can tell: a clause that takes either a word or a topic asks for more than that. */
export function isToldByTitle(clauses: readonly Clause[]): boolean {
  return clauses.every(
    ({ negated, terms }) => negated || terms.every(isWords) || !terms.some(isWords),
  )
}

/** Whether the title of a match has all the words that the clauses ask for. */
export function hasAllInTitle(title: string, clauses: readonly Clause[]): boolean {
  const text = indexedWords(title)
  return clauses.every(({ negated, terms }) => {
    const asked = terms.filter(isWords)
    return negated || asked.length === 0 || asked.some((term) => hasPhrase(text, term))
  })
}

/**
 * Whether the words of a term, in one of its forms, stand next to each other in a text.
 *
 * @param text as `indexedWords` reads it
 * @param prefix whether the last word may go on, by default as in the index
 */
export function hasPhrase(text: readonly string[], term: WordsTerm, prefix?: boolean): boolean {
  return phrasesOf(term).some((words) => {
    const goesOn = prefix ?? isPrefix(words, term.prefix)
    return text.some((_, start) =>
      words.every((word, at) => {
        const other = text[start + at]
        return goesOn && at === words.length - 1 ? other?.startsWith(word) : other === word
      }),
    )
  })
}
