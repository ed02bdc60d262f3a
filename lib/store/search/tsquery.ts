import type { Term } from '@/lib/search/search-query'
import { phrasesOf, type WordsTerm } from '@/lib/search/words-term'
import { EVERY_ARTICLE, MARKS, pairWord } from './index-words'
import { isPrefix, isSourcePrefix, writeMatch, type Match, type Syntax } from './match'

const quote = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`

const syntax: Syntax = {
  term: (term, inTitle) =>
    term.kind === 'words' ? words(term, inTitle ? MARKS.title : '') : facet(term),
  quote,
  every: quote(EVERY_ARTICLE),
  and: ' & ',
  or: ' | ',
  not: ' & !',
}

function facet(term: Exclude<Term, { kind: 'words' }>): string {
  return quote(MARKS[term.kind] + term.value) + (isSourcePrefix(term) ? ':*' : '')
}

function words(term: WordsTerm, mark: string): string {
  const phrases = phrasesOf(term).map((one) => phrase(one, isPrefix(one, term.prefix), mark))
  return phrases.length > 1 ? `(${phrases.join(' | ')})` : phrases.join('')
}

/** The words next to each other, and before that the pairs that they make, by which the index finds them. */
function phrase(words: string[], isPrefix: boolean, mark: string): string {
  const prefix = isPrefix ? ':*' : ''
  const whole = prefix ? words.slice(0, -1) : words
  const pairs = whole.slice(1).map((word, at) => quote(pairWord(whole[at] ?? '', word)))
  const sequence = words.map((word) => quote(mark + word)).join(' <-> ') + prefix
  return `(${[`(${sequence})`, ...pairs].join(' & ')})`
}

/** The expression as the text of a tsquery: https://www.postgresql.org/docs/15/datatype-textsearch.html */
export function toTsquery(match: Match): string {
  return writeMatch(match, syntax)
}
