import fc from 'fast-check'
import type { Database } from '@/lib/db/client'
import type { FeedFilter, FeedSort } from '@/lib/feed-filter'
import { isEmptySearch, parseSearchQuery, type Clause, type Term } from '@/lib/search/search-query'
import { indexedWords } from '@/lib/search/indexed-words'
import { fillStore, isListed, NEWEST, type Sample } from '@/lib/store/test-store'
import { writeTransaction } from '@/lib/store/write/transaction'
import { TITLE_LIFT } from './find-matches'
import { indexArticles } from './index-articles'
import { searchStories } from './search-stories'
import { hasPhrase } from './title-match'

/** A sample with what it is found by. */
export interface Text extends Sample {
  title: string
  excerpt?: string | null
  type?: string
}

/** Fills a store and its search index; text n has row id n + 1, provider n % 3 + 1. */
export async function fillSearch(database: Database, texts: Text[]): Promise<void> {
  await fillStore(database, texts)
  await database.$executeRaw`DELETE FROM "SearchTerm"`
  await database.$executeRaw`DELETE FROM "SearchName"`
  for (const [n, { title, excerpt = null, type = 'article' }] of texts.entries()) {
    await database.article.update({ where: { id: n + 1 }, data: { title, excerpt, type } })
  }
  await index(
    database,
    texts.map((_, n) => n + 1),
  )
}

export async function index(database: Database, ids: number[]): Promise<void> {
  await writeTransaction(database, (tx) => indexArticles(tx, ids))
}

/** Public ids of all that a search finds, page by page. */
export async function findAll(
  database: Database,
  filter: FeedFilter,
  limit = 100,
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = await searchStories(database, filter, { cursor, limit })
    ids.push(...page.articles.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

const VOCABULARY = [
  'wind',
  'Wind',
  'windy',
  'pówer',
  'power',
  'of',
  'x',
  '東京都',
  '京都',
  'don’t',
  'U.S.',
  'wind-power',
  'windpower',
  'anti',
  'antiwind',
  'C++',
  'Wind’e',
  'R & D',
]
const phrase = fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 5 })
const text = phrase.map((chosen) => chosen.join(' '))

/** Small stores whose stories share few words. */
export const arbitraryTexts: fc.Arbitrary<Text[]> = fc.array(
  fc.record({
    age: fc.integer({ min: 0, max: 9_000 }),
    quality: fc.option(fc.integer({ min: -20, max: 190 })),
    heat: fc.option(fc.integer({ min: 0, max: 190 })),
    topics: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
    published: fc.boolean(),
    title: text,
    excerpt: fc.option(text),
    type: fc.constantFrom('article', 'video'),
  }),
  { minLength: 1, maxLength: 12 },
)

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VOCABULARY) },
  phrase.map((chosen) => `"${chosen.join(' ')}"`),
  fc.constantFrom('win*', 'p*', '"wind po*', 'OR', '東', 'topic:topic-1', 'topic:none', '"\'"*'),
  fc.constantFrom('source:p1', 'source:p2.example', 'source:provider', 'type:video'),
  fc.constantFrom('heat:>60', 'heat:<60', 'quality:20..90', 'before:2026-08-01', 'after:2026-06'),
)
/** Searches in which every part of the language occurs. */
export const arbitrarySearch = fc
  .array(fc.tuple(fc.boolean(), fc.boolean(), part), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([a, b, one]) => (a && b ? `-${one}` : one)).join(' '))

/** What a search should find, worked out from the texts alone: row ids in order. */
export function expectedIds(
  texts: Text[],
  keys: Map<number, Record<FeedSort, number>>,
  { q, sort, any, all, none }: FeedFilter,
): number[] {
  const query = parseSearchQuery(q)
  if (isEmptySearch(query)) return []
  const { clauses, bounds } = query
  const inRange = (
    value: number | null | undefined,
    { min, max }: { min: number | null; max: number | null },
  ) =>
    min === null && max === null
      ? true
      : value != null && value >= (min ?? -Infinity) && value <= (max ?? Infinity)
  const found = texts.flatMap((one, n) => {
    const slugs = (one.topics ?? []).map((topic) => `topic-${topic}`)
    const published = NEWEST / 1_000 - one.age * 3_600
    const holds =
      isListed(texts, n) &&
      inRange(one.heat, bounds.heat) &&
      inRange(one.quality, bounds.quality) &&
      inRange(published, { min: bounds.from, max: bounds.until }) &&
      (any.length === 0 || any.some((slug) => slugs.includes(slug))) &&
      all.every((slug) => slugs.includes(slug)) &&
      !none.some((slug) => slugs.includes(slug)) &&
      clauses.every((clause) => holdsClause(clause, one, n, false))
    if (!holds) return []
    const wanted = clauses.filter(({ negated }) => !negated)
    const asks = wanted.some(({ terms }) => terms.some(({ kind }) => kind === 'words'))
    const lifted = asks && wanted.every((clause) => holdsClause(clause, one, n, true))
    const key = keys.get(n + 1)
    if (!key) return []
    const place = sort === 'relevance' ? key.top + (lifted ? TITLE_LIFT : 0) : key[sort]
    return [{ id: n + 1, place }]
  })
  return found.sort((a, b) => b.place - a.place || b.id - a.id).map(({ id }) => id)
}

function holdsClause({ terms, negated }: Clause, text: Text, n: number, inTitle: boolean): boolean {
  return terms.some((term) => holdsTerm(term, text, n, inTitle)) !== negated
}

function holdsTerm(
  term: Term,
  { title, excerpt, topics = [], type }: Text,
  n: number,
  inTitle: boolean,
) {
  if (term.kind === 'topic') return topics.some((topic) => `topic-${topic}` === term.value)
  if (term.kind === 'type') return (type ?? 'article') === term.value
  const provider = (n % 3) + 1
  const sources = [`p${provider}.example`, `provider-${provider}`]
  if (term.kind !== 'words') return sources.some((source) => source.startsWith(term.value))
  const rest = [excerpt ?? '', `Provider ${provider}`, ...topics.map((topic) => `Topic ${topic}`)]
  return [title, ...(inTitle ? [] : rest)].some((one) => hasPhrase(indexedWords(one), term))
}
