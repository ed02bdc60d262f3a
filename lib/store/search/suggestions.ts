import { Prisma } from '@/lib/db/generated/client'
import type { ProviderInfo, Suggestions, TopicCount } from '@/lib/article'
import type { Database } from '@/lib/db/client'
import { NO_BOUNDS } from '@/lib/search/bounds'
import type { Clause } from '@/lib/search/search-query'
import { indexedWords } from '@/lib/search/indexed-words'
import { phrasesOf, typedTerms, type WordsTerm } from '@/lib/search/words-term'
import { listSummaries } from '@/lib/store/summaries'
import { toLimits } from './limits'
import { findTitles } from './find-matches'
import { hasPhrase } from './title-match'
import type { NameWord } from './vocabulary'

/** Shorter beginnings are those of too much. */
const LEAST_LETTERS = 2
const MOST_TOPICS = 3
const MOST_SOURCES = 3
const MOST_STORIES = 5
/** Names looked at, at most. */
const MOST_NAMES = 200

const LAST_CHARACTER = '\u{10FFFF}'
const NOTHING: Suggestions = { topics: [], sources: [], stories: [] }

/**
 * Topics, sources and headlines that have all words of a text; the last one
 * may be the beginning of a word. Largest topics first, newest headlines first.
 *
 * @param text at least two letters, else nothing is suggested
 */
export async function listSuggestions(database: Database, text: string): Promise<Suggestions> {
  const typed = typedTerms(text)
  if (typed.flatMap(({ words }) => words).join('').length < LEAST_LETTERS) return NOTHING
  const [topics, sources, stories] = await Promise.all([
    listTopics(database, typed),
    listSources(database, typed),
    listStories(database, typed),
  ])
  return { topics, sources, stories }
}

async function listTopics(database: Database, typed: WordsTerm[]): Promise<TopicCount[]> {
  const rows = await database.$all<TopicCount>(Prisma.sql`
    SELECT DISTINCT t."slug", t."name", t."articleCount" AS "count" FROM "Topic" t
    JOIN (${namesSql('topic', typed)}) n ON n."id" = t."id"
    WHERE t."articleCount" > 0 ORDER BY t."articleCount" DESC, t."name"`)
  return rows.filter(({ name }) => begins(name, typed)).slice(0, MOST_TOPICS)
}

async function listSources(database: Database, typed: WordsTerm[]): Promise<ProviderInfo[]> {
  const rows = await database.$all<ProviderInfo>(Prisma.sql`
    SELECT DISTINCT p."name", p."domain" FROM "Provider" p
    JOIN (${namesSql('source', typed)}) n ON n."id" = p."id"
    WHERE EXISTS (SELECT 1 FROM "Article" a WHERE a."providerId" = p."id" AND a."listed")
    ORDER BY p."name", p."domain"`)
  return rows
    .filter(({ name, domain }) => begins(`${name} ${domain}`, typed))
    .slice(0, MOST_SOURCES)
}

/** Ids of names that have a word with the last beginning, or that very word, first. */
function namesSql(kind: NameWord['kind'], typed: WordsTerm[]): Prisma.Sql {
  const last = typed.at(-1)
  const beginnings = (last ? phrasesOf(last) : []).map((words) => words.at(-1) ?? '')
  const begins = beginnings.map(
    (word) => Prisma.sql`"word" >= ${word} AND "word" <= ${word + LAST_CHARACTER}`,
  )
  return Prisma.sql`
    SELECT "id" FROM "SearchName"
    WHERE "kind" = ${kind} AND (${Prisma.join(begins, ' OR ')})
    ORDER BY "word" LIMIT ${MOST_NAMES}`
}

/** Names may have changed since their words were stored. */
function begins(name: string, typed: WordsTerm[]): boolean {
  const known = indexedWords(name)
  return typed.every((term) => hasPhrase(known, term, term.prefix))
}

async function listStories(
  database: Database,
  typed: WordsTerm[],
): Promise<Suggestions['stories']> {
  const clauses = typed.map((term): Clause => ({ terms: [term], negated: false }))
  const stretch = { limits: toLimits(NO_BOUNDS, null), after: null, limit: MOST_STORIES }
  const { rows } = await findTitles(database, clauses, stretch)
  const stories = await listSummaries(
    database,
    rows.map(({ id }) => id),
  )
  return stories.map(({ title, href }) => ({ title, href }))
}
