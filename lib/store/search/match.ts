import type { Clause, Term } from '@/lib/search/search-query'
import { isSingleCharacter } from '@/lib/search/unspaced'
import { MARKS, UNPAIRED } from './index-words'

/** Where the words that an article must have stand: it may be anywhere, all in its title, or not all there. */
export type Where = 'anywhere' | 'title' | 'elsewhere'

/** What to look for in the index. */
export interface Match {
  /** All must hold. */
  clauses: readonly Clause[]
  where: Where
}

/**
 * Whether a phrase's last word may go on. One letter begins a tenth of all words,
 * so that it stands for itself; one character of a script without spaces is a word.
 */
export function isPrefix(words: readonly string[], prefix: boolean): boolean {
  const last = words.at(-1) ?? ''
  return prefix && (last.length > 1 || isSingleCharacter(last))
}

/** Whether a source's name may go on: that of a whole domain is another's beginning (cnn.com, cnn.com.br). */
export function isSourcePrefix({ kind, value }: Exclude<Term, { kind: 'words' }>): boolean {
  return kind === 'source' && !value.includes('.')
}

/** Whether any article could have the words in its title: relevance looks there first. */
export function asksForWords(clauses: readonly Clause[]): boolean {
  return clauses.some(
    ({ negated, terms }) => !negated && terms.some(({ kind }) => kind === 'words'),
  )
}

/** How a database writes a search expression. */
export interface Syntax {
  /** A term; `inTitle`: its words stand in the title. */
  term(term: Term, inTitle: boolean): string
  /** A word of the index as it is. */
  quote(word: string): string
  every: string
  and: string
  or: string
  not: string
}

/** A search expression that no text of a reader can break: every word is quoted by the syntax. */
export function writeMatch({ clauses, where }: Match, syntax: Syntax): string {
  const { pairs, others: wanted } = pairTopics(clauses.filter(({ negated }) => !negated))
  const unwanted = clauses.filter(({ negated }) => negated).flatMap(({ terms }) => terms)
  const anyOf = (terms: readonly Term[], inTitle: boolean) =>
    `(${terms.map((term) => syntax.term(term, inTitle)).join(syntax.or)})`
  const allOf = (inTitle: boolean) =>
    [
      ...pairs.map((pair) => bothOf(pair, syntax)),
      ...wanted.map(({ terms }) => anyOf(terms, inTitle)),
    ].join(syntax.and) || syntax.every
  const excluded = [
    ...(unwanted.length > 0 ? [anyOf(unwanted, false)] : []),
    ...(where === 'elsewhere' ? [`(${allOf(true)})`] : []),
  ]
  const found = `(${allOf(where === 'title')})`
  return excluded.length > 0 ? `${found}${syntax.not}(${excluded.join(syntax.or)})` : found
}

/** The topics that must all hold, each with the next, and what else must. */
function pairTopics(clauses: readonly Clause[]): {
  pairs: [string, string][]
  others: readonly Clause[]
} {
  const topicOf = ({ terms: [term, ...others] }: Clause) =>
    term?.kind === 'topic' && others.length === 0 ? term.value : null
  const topics = [...new Set(clauses.flatMap((clause) => topicOf(clause) ?? []))].sort()
  if (topics.length < 2) return { pairs: [], others: clauses }
  return {
    pairs: topics.slice(1).map((topic, at) => [topics[at] ?? '', topic]),
    others: clauses.filter((clause) => topicOf(clause) === null),
  }
}

function bothOf([first, second]: [string, string], syntax: Syntax): string {
  const pair = syntax.quote(`${MARKS.topicPair}${first}/${second}`)
  const each = [UNPAIRED, MARKS.topic + first, MARKS.topic + second]
  return `(${pair}${syntax.or}(${each.map((word) => syntax.quote(word)).join(syntax.and)}))`
}
