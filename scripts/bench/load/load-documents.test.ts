import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { DEFAULT_FILTER } from '@/lib/feed-filter'
import { importDocuments } from '@/lib/ingest/import-documents'
import { listSuggestions } from '@/lib/store/search/suggestions'
import { countFeed, listFeed } from '@/lib/store/feed'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { dump } from '@/lib/store/write/test-store'
import { FIRST_SEEN, storiesOf } from '@/scripts/bench/corpus'
import { CORPUS_TOPICS } from '@/scripts/bench/subjects'
import { COMMON_WORD, rarePhraseOf } from '@/scripts/bench/words'
import { loadDocuments } from './load-documents'

let imported: TestDatabase
let loaded: TestDatabase

beforeEach(async () => {
  imported = await createTestDatabase()
  loaded = await createTestDatabase()
  await loaded.database.$close()
})
afterEach(() => Promise.all([imported.close(), loaded.close()]))

const stories = [...storiesOf(0)].slice(0, 250)

async function importStories() {
  const inbox = path.join(imported.folder, 'inbox')
  await mkdir(inbox)
  for (const { name, source } of stories.flat()) await writeFile(path.join(inbox, name), source)
  return importDocuments(imported.database, [inbox], { now: FIRST_SEEN })
}

/** How many stories there are, and under each two topics. */
async function counts(database: Database) {
  const slug = { select: { slug: true } }
  const pairs = await database.topicPair.findMany({ include: { topic: slug, other: slug } })
  return {
    stories: await countFeed(database, DEFAULT_FILTER),
    pairs: pairs
      .map(({ topic, other, articleCount }) => [...[topic.slug, other.slug].sort(), articleCount])
      .sort(),
  }
}

const searches = [
  COMMON_WORD,
  `${COMMON_WORD} -${rarePhraseOf(10_000)[0]}`,
  `"${rarePhraseOf(10_000).join(' ')}"`,
  `topic:${CORPUS_TOPICS[0]?.slug}`,
  `${COMMON_WORD.slice(0, 2)}* heat:>70`,
]

async function terms(database: Database): Promise<Set<string>> {
  const rows = await database.$queryRaw<{ term: string }[]>`SELECT "term" FROM "SearchTerm"`
  return new Set(rows.map(({ term }) => term))
}

/** What is found, and by which words names are suggested. */
async function searched(database: Database) {
  const found = searches.map(async (q) => {
    const { articles } = await listFeed(database, { ...DEFAULT_FILTER, q, sort: 'relevance' })
    return articles.map(({ title }) => title)
  })
  const suggested = searches.map((q) => listSuggestions(database, q.slice(0, 3)))
  return { found: await Promise.all(found), suggested: await Promise.all(suggested) }
}

test('what is loaded is what an import would have stored', async () => {
  const report = await importStories()
  expect(report.problems).toEqual([])
  await loadDocuments(loaded.url, stories, { now: FIRST_SEEN })
  expect(await dump(loaded.database)).toEqual(await dump(imported.database))
  expect(await counts(loaded.database)).toEqual(await counts(imported.database))
  expect(await searched(loaded.database)).toEqual(await searched(imported.database))
  // An import also keeps words of pieces that were listed until their lead came.
  const [kept, made] = [await terms(imported.database), await terms(loaded.database)]
  expect(made.size).toBeGreaterThan(0)
  expect([...made].filter((term) => !kept.has(term))).toEqual([])
})

test('what is loaded can be imported over', async () => {
  await importStories()
  await loadDocuments(loaded.url, stories, { now: FIRST_SEEN })
  const inbox = path.join(imported.folder, 'inbox')
  const before = await dump(loaded.database)
  const again = await importDocuments(loaded.database, [inbox], { now: FIRST_SEEN })
  expect(again.unchanged).toBe(stories.flat().length)
  const file = path.join(inbox, 'new.md')
  await writeFile(file, '---\ntitle: New\npublishedDateTime: 2026-10-30\n---\n')
  const report = await importDocuments(loaded.database, [file], { now: FIRST_SEEN })
  expect(report.added).toEqual(['new.md'])
  expect((await dump(loaded.database)).articles.length).toBe(before.articles.length + 1)
})
