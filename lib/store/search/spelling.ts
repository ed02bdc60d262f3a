import { Prisma } from '@/lib/db/generated/client'
import { type Database } from '@/lib/db/client'
import { NO_BOUNDS } from '@/lib/search/bounds'
import { parseSearchQuery, type Clause } from '@/lib/search/search-query'
import { bestSpelling, editDistance, type SpellingCandidate } from '@/lib/search/spelling'
import { tokenize } from '@/lib/search/tokenize'

import { findMatches } from './find-matches'
import { toLimits } from './limits'

/** Most edits that any word may be away, see lib/search/spelling.ts. */
const MOST_EDITS = 2
/** Candidates whose articles are counted, and so many of them. */
const MOST_COUNTED = 10
const COUNTED = 50
/** So many unknown words are looked into: with more of them, it is no slip of the finger. */
const MOST_UNKNOWN = 3
/** Known words that are compared with each of those, at most. */
const MOST_COMPARED = 20_000
/** Words that PostgreSQL's trigrams find alike, at most. */
const MOST_ALIKE = 50

const LAST_CHARACTER = '\u{10FFFF}'

/**
 * A search with its unknown words replaced by known ones that are spelt
 * nearly so. To be asked when nothing was found.
 *
 * @param q as the reader typed it
 * @returns null when no word is unknown, or when the correction finds nothing either
 */
export async function suggestSpelling(database: Database, q: string): Promise<string | null> {
  const { text, clauses } = parseSearchQuery(q)
  const unknown = await listUnknown(database, clauses)
  let corrected = text
  for (const word of unknown) {
    const better = bestSpelling(word, await listCandidates(database, word))
    if (better !== null) corrected = replaceWord(corrected, word, better)
  }
  if (corrected === text) return null
  const found = await countMatches(database, parseSearchQuery(corrected), 1)
  return found > 0 ? corrected : null
}

/** The first words a search asks for that no article has. */
async function listUnknown(database: Database, clauses: readonly Clause[]): Promise<string[]> {
  const asked = clauses.flatMap(({ negated, terms }) =>
    negated ? [] : terms.flatMap((term) => (term.kind === 'words' ? term.words : [])),
  )
  const unknown: string[] = []
  for (const word of new Set(asked)) {
    if ((await countWord(database, word, 1)) === 0) unknown.push(word)
    if (unknown.length === MOST_UNKNOWN) break
  }
  return unknown
}

async function listCandidates(database: Database, word: string): Promise<SpellingCandidate[]> {
  const near = (await listAlike(database, word))
    .map((term) => ({ term, distance: editDistance(word, term, MOST_EDITS) }))
    .filter(({ distance }) => distance <= MOST_EDITS)
    .sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_COUNTED)
  return Promise.all(
    near.map(async ({ term }) => ({ word: term, count: await countWord(database, term, COUNTED) })),
  )
}

/** Known words of about the length that begin with the first or, where that is wrong, the second letter. */
async function listAlike(database: Database, word: string): Promise<string[]> {
  const letters = [...word]
  const beginnings = [...new Set(letters.slice(0, 2))].map(
    (letter) => Prisma.sql`"term" >= ${letter} AND "term" <= ${letter + LAST_CHARACTER}`,
  )
  const rows = await database.$all<{ term: string }>(Prisma.sql`
    SELECT "term" FROM "SearchTerm"
    WHERE (${Prisma.join(beginnings, ' OR ')})
      AND length("term") BETWEEN ${letters.length - MOST_EDITS} AND ${letters.length + MOST_EDITS}
    LIMIT ${MOST_COMPARED}`)
  return [...rows.map(({ term }) => term), ...(await listTrigramsAlike(database, word))]
}

/** PostgreSQL also knows words that are alike but for their beginning. */
async function listTrigramsAlike(database: Database, word: string): Promise<string[]> {
  if (database.$provider() === 'sqlite') return []
  const rows = await database.$all<{ term: string }>(Prisma.sql`
    SELECT "term" FROM "SearchTerm" WHERE "term" % ${word}
    ORDER BY similarity("term", ${word}) DESC, "term" LIMIT ${MOST_ALIKE}`)
  return rows.map(({ term }) => term)
}

function replaceWord(text: string, word: string, better: string): string {
  const places = tokenize(text).filter((token) => token.word === word)
  return places.reduceRight(
    (corrected, { start, end }) => corrected.slice(0, start) + better + corrected.slice(end),
    text,
  )
}

async function countWord(database: Database, word: string, most: number): Promise<number> {
  const term = { kind: 'words' as const, words: [word], prefix: false }
  return countMatches(
    database,
    { clauses: [{ terms: [term], negated: false }], bounds: NO_BOUNDS },
    most,
  )
}

async function countMatches(
  database: Database,
  { clauses, bounds }: Pick<ReturnType<typeof parseSearchQuery>, 'clauses' | 'bounds'>,
  most: number,
): Promise<number> {
  const stretch = { sort: 'top' as const, limits: toLimits(bounds, null), after: null, limit: most }
  return (await findMatches(database, clauses, stretch)).rows.length
}
