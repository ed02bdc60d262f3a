import type { Database } from '@/lib/db/client'
import { parseFeedQuery } from '@/lib/feed-url'
import type { FeedFilter } from '@/lib/feed-filter'
import { monthOf } from '@/lib/days'
import { findArticle } from '@/lib/store/articles'
import { findDayBefore, listDaysOf, listStoriesOf } from '@/lib/store/days'
import { countFeed, listFeed } from '@/lib/store/feed'
import { listTopicChoices } from '@/lib/store/topic-choices'
import { listTopics } from '@/lib/store/topics'
import { BEAT, CORPUS_TOPICS } from '@/bench/corpus/subjects'
import { COMMON_WORD, rarePhraseOf, rareWordOf } from '@/bench/corpus/words'
import { findSearchCursor, listCursors } from './positions'

/** Name of a case. */
export interface CaseName {
  kind: 'feed' | 'search' | 'other'
  name: string
  /** Number of its page; 1 for a case without pages. */
  page: number
}

/** Identifies a case in all corpora. */
export const labelOf = ({ name, page }: CaseName) => `${name}, page ${page}`

/** Something a reader asks for. */
export interface Case extends CaseName {
  /** Asks once, for another part at each turn where there is a choice. */
  ask: (turn: number) => Promise<unknown>
  /** Counts the stories on a page of a feed. */
  countStories?: () => Promise<number>
}

const PAGES = [1, 50, 5_000]
/** Number of days, from the newest on, that are asked for. */
const DAYS = 10
const slugOf = (rank: number) => CORPUS_TOPICS[rank]?.slug ?? ''
const [common, rare] = [slugOf(0), slugOf(CORPUS_TOPICS.length - 1)]
const three = [1, 5, 21].map(slugOf).join(',')
const beat = BEAT.map(slugOf).join(',')

/** Feeds by the query of their address, with the pages that are asked for. */
const feeds: [name: string, query: string, pages: number[]][] = [
  ['top', '', PAGES],
  ['latest', 'sort=latest', PAGES],
  ['more quality than heat', 'sort=blend75', PAGES],
  ['heat, all time', 'sort=heat&window=all', PAGES],
  ['quality, all time', 'sort=quality&window=all', PAGES],
  ['heat, week', 'sort=heat&window=week', [1, 50]],
  ['quality, month', 'sort=quality&window=month', [1, 50]],
  ['a rare topic', `all=${rare}`, [1]],
  ['a common topic', `all=${common}`, PAGES],
  ['any of three topics', `any=${three}`, PAGES],
  ['all of three topics', `all=${beat}`, [1]],
  ['all of three topics that hardly meet', `all=${three}`, [1]],
  ['none of three topics', `none=${three}`, PAGES],
  ['any of three topics, heat, month', `any=${three}&sort=heat&window=month`, [1]],
]

/** Searches that a corpus of this size has results for. */
const searches = (size: number): [name: string, q: string, sort?: string][] => [
  ['a rare word', rareWordOf(size)],
  ['a rare phrase of common words', `"${rarePhraseOf(size).join(' ')}"`],
  ['the most common word', COMMON_WORD],
  ['the most common word, by date', COMMON_WORD, 'latest'],
  ['the most common word, by heat', COMMON_WORD, 'heat'],
  ['two common words', rarePhraseOf(size).join(' ')],
  ['a common word, not another', `${COMMON_WORD} -${rarePhraseOf(size)[0]}`],
  ['a prefix of three letters', `${COMMON_WORD.slice(0, 3)}*`],
  ['a common word in a topic', `${COMMON_WORD} topic:${common}`],
  ['a common word in a rare topic', `${COMMON_WORD} topic:${rare}`],
  ['a common word before a day', `${COMMON_WORD} before:2026-10-25`],
  ['a common word, hot', `${COMMON_WORD} heat:>120`],
  ['no such word', 'xyzzyplugh'],
]

/** Lists every case for a corpus of this size. */
export async function listCases(database: Database, size: number): Promise<Case[]> {
  const cases = await otherCases(database)
  for (const [name, query, pages] of feeds) {
    for (const page of pages) cases.push(...(await feedCase(database, name, query, page)))
  }
  for (const [name, q, sort] of searches(size)) {
    const query = new URLSearchParams({ q, ...(sort && { sort }) }).toString()
    cases.push(searchCase(database, name, query))
  }
  cases.push(...(await laterSearch(database, 'the most common word', COMMON_WORD)))
  return cases
}

/** Parses a filter from the query of its address. */
function filterOf(query: string): FeedFilter {
  const parsed = parseFeedQuery(new URLSearchParams(query))
  if (!parsed.ok) throw new Error(`${query} is no feed`)
  return parsed.filter
}

async function feedCase(
  database: Database,
  name: string,
  query: string,
  page: number,
): Promise<Case[]> {
  const filter = filterOf(query)
  const cursors = await listCursors(database, filter, page)
  if (cursors.length === 0) return []
  const ask = (turn: number) =>
    listFeed(database, filter, { cursor: cursors[turn % cursors.length] ?? null })
  const countStories = async () => (await ask(0)).articles.length
  return [{ kind: 'feed', name, page, ask, countStories }]
}

function searchCase(database: Database, name: string, query: string): Case {
  const filter = filterOf(query)
  return { kind: 'search', name, page: 1, ask: () => listFeed(database, filter) }
}

/** Returns the case of a search's page 50. */
async function laterSearch(database: Database, name: string, q: string): Promise<Case[]> {
  const filter = filterOf(new URLSearchParams({ q }).toString())
  const cursor = await findSearchCursor(database, filter, 50)
  const ask = () => listFeed(database, filter, { cursor })
  return cursor === null ? [] : [{ kind: 'search', name, page: 50, ask }]
}

async function otherCases(database: Database): Promise<Case[]> {
  const filters = { none: filterOf(''), topic: filterOf(`all=${common}`) }
  const articles = await database.article.findMany({
    where: { listed: true, id: { in: Array.from({ length: 300 }, (_, i) => 20 + i * 29) } },
    select: { publicId: true },
  })
  const newest = (await findDayBefore(database, null)) ?? 0
  const idAt = (turn: number) => articles[turn % articles.length]?.publicId ?? ''
  const cases: [string, (turn: number) => Promise<unknown>][] = [
    ['an article', (turn) => findArticle(database, idAt(turn))],
    ['the stories of a day', (turn) => listStoriesOf(database, newest - (turn % DAYS), 30)],
    ['a month of the calendar', (turn) => listDaysOf(database, monthOf(newest - (turn % DAYS)))],
    ['the list of topics', () => listTopics(database)],
    ['choices of topics', () => listTopicChoices(database, filters.none)],
    ['choices beside a topic', () => listTopicChoices(database, filters.topic)],
    ['stories in a topic', () => countFeed(database, filters.topic)],
  ]
  return cases.map(([name, ask]) => ({ kind: 'other', name, page: 1, ask }))
}
