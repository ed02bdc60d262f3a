import { topicSlug } from '@/lib/topic-slug'
import { intersectBounds, NO_BOUNDS, parseScoreBound, parseTimeBound } from './bounds'
import { sourceSlug, typeSlug } from './facets'
import { MAX_SEARCH_TERMS, canonicalSearchText } from './search-text'
import { BOUND_PREFIXES } from './word-patterns'
import { wordsTerm, type WordsTerm } from './words-term'

/** What a reader looks for (docs/search.md). */
export interface SearchQuery {
  /** As typed, in its one form: see `canonicalSearchText`. */
  text: string
  /** All must hold. */
  clauses: Clause[]
  bounds: Bounds
}

/** Holds when any of its terms does; negated: when none does. */
export interface Clause {
  terms: Term[]
  negated: boolean
}

export type Term =
  | WordsTerm
  | {
      kind: 'topic' | 'source' | 'type'
      /** As `topicSlug`, `sourceSlug` and `typeSlug` give it, not empty. */
      value: string
    }

/** Inclusive; null: no bound. Times in seconds since 1970. */
export interface Bounds {
  from: number | null
  until: number | null
  heat: Range
  quality: Range
}

/** Inclusive; null: no bound. */
export interface Range {
  min: number | null
  max: number | null
}

type Item =
  | { kind: 'or' }
  | { kind: 'bounds'; bounds: Bounds }
  | { kind: 'term'; term: Term; negated: boolean }

const QUOTES = '"“”„‟«»'
/** Any other character, or the sign of a Hebrew abbreviation. */
const QUOTED = String.raw`(?:[^${QUOTES}]|(?<=\p{sc=Hebrew})["”](?=\p{sc=Hebrew}))`
/** AT & T, R & D: one name, not three items. */
const SPACED_NAME = String.raw`\p{L}{1,2} & \p{L}{1,2}(?!\S)`
const ITEM = new RegExp(
  `(?<dash>(?<!\\S)-)?(?:(?<field>topic|source|type|before|after|heat|quality):)?` +
    `(?:[${QUOTES}](?<quoted>${QUOTED}*)[${QUOTES}]?|(?<bare>${SPACED_NAME}|(?:(?!\\s)${QUOTED})+))`,
  'giu',
)

/**
 * Reads a search. No text is an error: what is not grammar is text.
 *
 * @param text as the reader typed it, or as an address carries it
 * @see docs/search.md for the grammar
 */
export function parseSearchQuery(text: string): SearchQuery {
  const canonical = canonicalSearchText(text)
  const items = [...canonical.matchAll(ITEM)].flatMap((match) => readItem(match) ?? [])
  const bounds = items.reduce(
    (all, item) => (item.kind === 'bounds' ? intersectBounds(all, item.bounds) : all),
    NO_BOUNDS,
  )
  const clauses = joinPrefixes(joinAlternatives(items.map(orAsText)))
  return { text: canonical, clauses, bounds }
}

/** Whether a search asks for nothing, and so would find everything. */
export function isEmptySearch({ clauses, bounds }: SearchQuery): boolean {
  const { from, until, heat, quality } = bounds
  const limits = [from, until, heat.min, heat.max, quality.min, quality.max]
  return clauses.length === 0 && limits.every((limit) => limit === null)
}

function readItem(match: RegExpExecArray): Item | null {
  const { dash, field, quoted, bare = '' } = match.groups ?? {}
  if (match[0] === 'OR') return { kind: 'or' }
  const negated = dash !== undefined
  const read = field ? readField(field.toLowerCase(), quoted ?? bare, negated) : null
  if (read) return read
  const term = wordsTerm(field ? match[0] : (quoted ?? bare))
  return term && { kind: 'term', term, negated }
}

/** Null when the value is unreadable. */
function readField(field: string, value: string, negated: boolean): Item | null {
  switch (field) {
    case 'before':
    case 'after':
      return boundsItem(parseTimeBound(field, value, negated))
    case 'heat':
    case 'quality':
      return boundsItem(parseScoreBound(field, value, negated))
    case 'topic':
      return facetItem(field, /[^\s#]/.test(value) ? topicSlug(value) : '', negated)
    case 'source':
      return facetItem(field, sourceSlug(value), negated)
    default:
      return facetItem('type', typeSlug(value), negated)
  }
}

function boundsItem(bounds: Bounds | null): Item | null {
  return bounds && { kind: 'bounds', bounds }
}

function facetItem(
  kind: 'topic' | 'source' | 'type',
  value: string,
  negated: boolean,
): Item | null {
  return value ? { kind: 'term', term: { kind, value }, negated } : null
}

/** An OR with nothing to join, at an end or beside another, is the word. */
function orAsText(item: Item, at: number, items: Item[]): Item {
  const joins = [items[at - 1], items[at + 1]].every((other) => other && other.kind !== 'or')
  if (item.kind !== 'or' || joins) return item
  return { kind: 'term', term: { kind: 'words', words: ['or'], prefix: false }, negated: false }
}

function joinAlternatives(items: Item[]): Clause[] {
  const clauses: Clause[] = []
  let terms = 0
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'term' || ++terms > MAX_SEARCH_TERMS) continue
    const joined = items[at - 1]?.kind === 'or' && items[at - 2]?.kind === 'term' && !item.negated
    const clause = joined ? clauses.at(-1) : undefined
    if (clause) clause.terms.push(item.term)
    else clauses.push({ terms: [item.term], negated: item.negated })
  }
  return clauses
}

/** Lets anti war, without quotation marks, find antiwar as well: both clauses hold for either. */
function joinPrefixes(clauses: Clause[]): Clause[] {
  const single = ({ terms: [term, ...others], negated }: Clause) =>
    !negated && others.length === 0 && term?.kind === 'words' ? term : null
  return clauses.map((clause, at) => {
    const own = single(clause)
    if (!own) return clause
    const pairs = [clauses.slice(at - 1, at + 1), clauses.slice(at, at + 2)]
    const joined = pairs.flatMap((pair): Term[] => {
      const [prefix, word] = pair.map(single)
      if (!prefix || !word || prefix.prefix || !isBoundPrefix(prefix)) return []
      const [first = '', ...rest] = word.words
      return [
        { kind: 'words', words: [prefix.words.join('') + first, ...rest], prefix: word.prefix },
      ]
    })
    return { ...clause, terms: [own, ...joined] }
  })
}

function isBoundPrefix({ words }: WordsTerm): boolean {
  return words.length === 1 && BOUND_PREFIXES.has(words[0] ?? '')
}
