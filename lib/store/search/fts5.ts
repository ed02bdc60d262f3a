import { Prisma } from '@/lib/db/generated/client'
import type { Term } from '@/lib/search/search-query'
import { phrasesOf } from '@/lib/search/words-term'
import { EVERY_ARTICLE, MARKS } from './index-words'
import { isPrefix, isSourcePrefix, writeMatch, type Match, type Syntax } from './match'

/** Bits of a place in the index that hold the article's id; the rest is its rank. */
const ID_BITS = 30n

const LAST_ID = (1n << ID_BITS) - 1n
/** Ranks from 1697 to 2242 have places of their own; what is beyond shares the ends. */
const LAST_TOP = (1n << (63n - ID_BITS)) - 1n

/** Where an article stands in SQLite's index: in the order of the feed, then of ids. */
export function placeOf(top: number | bigint, id: number): bigint {
  return (clamp(BigInt(top), -LAST_TOP - 1n, LAST_TOP) << ID_BITS) + clamp(BigInt(id), 0n, LAST_ID)
}

function clamp(value: bigint, least: bigint, most: bigint): bigint {
  return value < least ? least : value > most ? most : value
}

/** The rank in a place, and the article's id. */
export const KEY_OF_PLACE = Prisma.sql`rowid >> 30`
export const ID_OF_PLACE = Prisma.sql`rowid & 1073741823`

/** The place of an entry `e`. */
export const PLACE_OF_ENTRY = Prisma.sql`e."top" * 1073741824 + e."articleId"`

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

const syntax: Syntax = {
  term: (term, inTitle) =>
    inTitle && term.kind === 'words' ? `title : ${write(term)}` : write(term),
  quote,
  every: quote(EVERY_ARTICLE),
  and: ' AND ',
  or: ' OR ',
  not: ' NOT ',
}

function write(term: Term): string {
  if (term.kind === 'words') {
    const phrases = phrasesOf(term).map(
      (words) => quote(words.join(' ')) + (isPrefix(words, term.prefix) ? ' *' : ''),
    )
    return phrases.length > 1 ? `(${phrases.join(' OR ')})` : phrases.join('')
  }
  return quote(MARKS[term.kind] + term.value) + (isSourcePrefix(term) ? ' *' : '')
}

/** The expression for `MATCH`: https://www.sqlite.org/fts5.html#full_text_query_syntax */
export function toFts5(match: Match): string {
  return writeMatch(match, syntax)
}
