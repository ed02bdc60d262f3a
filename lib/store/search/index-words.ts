/**
 * First characters of words that stand for something else than a word of a
 * text. They are for private use, so that no text gives such a word.
 */
export const MARKS = {
  topic: '\uE001',
  source: '\uE002',
  type: '\uE003',
  /** Two topics that an article has, sorted, with a slash between: what has both is found without reading what has one. */
  topicPair: '\uE005',
  /** PostgreSQL only: a word of the title. */
  title: '\uE00F',
} as const

/** Instead of its pairs, for an article with more topics than {@link MAX_PAIRED}. */
export const UNPAIRED = '\uE006'

/** Topics of which each two are a word of the index: 120 words at most. */
export const MAX_PAIRED = 16

/** A word that every article has, for searches that only exclude. */
export const EVERY_ARTICLE = '\uE000'

/** First code point of the plane for private use that the pairs are spread over, and how many there are. */
const FIRST_PAIR = 0xf0000
const PAIRS = 65_533

/**
 * A word for two neighbours, PostgreSQL only: its index knows no positions, so
 * that a phrase of two common words would have to be looked for in every
 * article that has both. Different pairs may share one; the phrase itself decides.
 */
export function pairWord(first: string, second: string): string {
  let hash = 0x811c9dc5
  for (const character of `${first} ${second}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return String.fromCodePoint(FIRST_PAIR + (hash % PAIRS))
}
