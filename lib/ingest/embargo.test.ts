import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { databaseFile } from '@/lib/db/url'
import { DEFAULT_FILTER } from '@/lib/feed-filter'
import { publicIdOf } from '@/lib/public-id'
import { findArticle } from '@/lib/store/articles'
import { readContentVersion } from '@/lib/store/content-version'
import { findDayBefore } from '@/lib/store/days'
import { listFeed } from '@/lib/store/feed'
import { findNeighbours } from '@/lib/store/neighbours'
import { publishHeld } from '@/lib/store/publish-held'
import { listSuggestions } from '@/lib/store/search/suggestions'
import { findStanding } from '@/lib/store/standing'
import { createTestDatabase, provider, type TestDatabase } from '@/lib/store/test-database'
import { findTopic } from '@/lib/store/topics'
import { hasDue, publishDue } from '@/lib/store/write/publish-due'
import { importDocuments } from './import-documents'
import { summarise } from './import-report'

const BEFORE = new Date('2026-11-04T23:59:59Z')
const DAY = new Date('2026-11-05T00:00:00Z')

let store: TestDatabase
let inbox: string

beforeEach(async () => {
  store = await createTestDatabase()
  inbox = path.join(store.folder, 'inbox')
  await mkdir(inbox)
})
afterEach(() => store.close())

async function write(name: string, ...lines: string[]) {
  await writeFile(path.join(inbox, name), ['---', ...lines, '---', ''].join('\n'))
}

const run = (now: Date, dryRun = false) => importDocuments(store.database, [inbox], { now, dryRun })

const held = [
  'title: Ice road opens',
  'publishedDateTime: 2026-11-05',
  'webUrl: https://a.example/ice',
  'provider: { name: Arctic, domain: a.example }',
  'topics: [Roads]',
]
const lead = [
  'title: Winter begins',
  'publishedDateTime: 2026-11-01',
  'webUrl: https://b.example/winter',
  'related:',
  '  - { title: Ice road, webUrl: https://a.example/ice }',
  '  - { title: Elsewhere, webUrl: https://c.example/, publishedDateTime: 2027-01-01 }',
]

const id = publicIdOf('https://a.example/ice')
const leadId = publicIdOf('https://b.example/winter')

/** Everything by which readers may come upon the held story. */
async function traces() {
  const { database } = store
  const find = (q: string) => listFeed(database, { ...DEFAULT_FILTER, q, sort: 'relevance' })
  const titles = async (page: ReturnType<typeof listFeed>) =>
    (await page).articles.map(({ title }) => title)
  const winter = await findArticle(database, leadId)
  const around = await findNeighbours(database, leadId)
  return {
    feed: await titles(listFeed(database, DEFAULT_FILTER)),
    search: await titles(find('opens')),
    page: (await findArticle(database, id))?.title ?? null,
    why: (await findStanding(database, id, DEFAULT_FILTER)) !== null,
    neighbours: [around.previous, around.next].flatMap((link) => link?.title ?? []),
    suggested: (await listSuggestions(database, 'ice')).stories.map(({ title }) => title),
    sources: (await listSuggestions(database, 'arctic')).sources.length,
    topic: (await findTopic(database, 'roads'))?.count ?? null,
    newestDay: await findDayBefore(database, null),
    related: winter?.related.map(({ title }) => title),
  }
}

const day = (date: string) => Date.parse(date) / 86_400_000

describe('a document whose date lies in the future', () => {
  test('is nowhere before that moment, and everywhere from then on, without an import', async () => {
    await write('ice.md', ...held)
    await write('winter.md', ...lead)
    const report = await run(BEFORE)
    expect(summarise(report)).toBe('2 documents: 2 added. 1 held until its publication date.')
    expect(await traces()).toEqual({
      feed: ['Winter begins'],
      search: [],
      page: null,
      why: false,
      neighbours: [],
      suggested: [],
      sources: 0,
      topic: null,
      newestDay: day('2026-11-01'),
      // Pieces without a document are published elsewhere, whatever their date says.
      related: ['Elsewhere'],
    })
    const version = await readContentVersion(store.database)
    expect(await publishDue(store.database, BEFORE)).toBe(0)
    expect(await readContentVersion(store.database)).toBe(version)

    expect(await publishDue(store.database, DAY)).toBe(1)
    expect(await readContentVersion(store.database)).toBeGreaterThan(version)
    expect(await traces()).toEqual({
      feed: ['Ice road opens', 'Winter begins'],
      // The other is found by the title of its related piece.
      search: ['Ice road opens', 'Winter begins'],
      page: 'Ice road opens',
      why: true,
      neighbours: ['Ice road opens'],
      suggested: ['Ice road opens'],
      sources: 1,
      topic: 1,
      newestDay: day('2026-11-05'),
      related: ['Ice road opens', 'Elsewhere'],
    })
  })

  test('is published once, however many servers notice', async () => {
    await write('ice.md', ...held)
    await run(BEFORE)
    const version = await readContentVersion(store.database)
    const counts = [await publishDue(store.database, DAY), await publishDue(store.database, DAY)]
    expect(counts).toEqual([1, 0])
    expect(await readContentVersion(store.database)).toBe(version + 1)
    expect(await hasDue(store.database, DAY)).toBe(false)
  })

  test('is published by an import too, which says so', async () => {
    await write('ice.md', ...held)
    await run(BEFORE)
    expect(summarise(await run(BEFORE))).toBe('Nothing changed: 1 document as before.')
    const report = await run(DAY)
    expect(summarise(report)).toBe(
      'Nothing changed: 1 document as before. 1 published: its date has come.',
    )
  })

  test('stays hidden as a draft when its date comes', async () => {
    await write('ice.md', ...held, 'published: false')
    expect((await run(BEFORE)).held).toEqual([])
    expect(await publishDue(store.database, DAY)).toBe(0)
    expect(await findArticle(store.database, id)).toBeNull()
  })

  test('follows its document when that gives another date', async () => {
    await write('ice.md', ...held)
    await run(BEFORE)
    await write('ice.md', ...held.with(1, 'publishedDateTime: 2026-11-04T20:00:00Z'))
    await run(BEFORE)
    expect((await traces()).feed).toEqual(['Ice road opens'])
    await write('ice.md', ...held)
    await run(BEFORE)
    expect((await traces()).feed).toEqual([])
  })

  test('is announced by a dry run', async () => {
    await write('ice.md', ...held)
    expect(summarise(await run(BEFORE, true))).toBe(
      '1 document: 1 added (dry run: nothing was written). 1 held until its publication date.',
    )
  })
})

describe('a running server', () => {
  beforeEach(() => void vi.stubEnv('DATABASE_URL', store.url))
  afterEach(() => void vi.unstubAllEnvs())

  test('publishes what is due, and waits for no other writer', async () => {
    await write('ice.md', ...held)
    await run(BEFORE)
    await publishHeld(BEFORE)
    expect((await traces()).feed).toEqual([])
    if (provider === 'sqlite') {
      const writer = new Sqlite(databaseFile(store.url))
      writer.exec('BEGIN IMMEDIATE')
      await expect(publishHeld(DAY)).rejects.toThrow()
      expect((await traces()).feed).toEqual([])
      writer.exec('ROLLBACK')
      writer.close()
    }
    await publishHeld(DAY)
    expect((await traces()).feed).toEqual(['Ice road opens'])
  })
})

test('a draft that is published later is dated, ranked and filed by its own date', async () => {
  await write(
    'ice.md',
    ...held.with(1, 'publishedDateTime: 2026-11-03T10:00:00Z'),
    'published: false',
  )
  await write('winter.md', ...lead)
  await run(new Date('2026-11-01T12:00:00Z'))
  await write('ice.md', ...held.with(1, 'publishedDateTime: 2026-11-03T10:00:00Z'))
  await run(BEFORE)
  const found = await traces()
  expect(found.feed).toEqual(['Ice road opens', 'Winter begins'])
  expect(found.newestDay).toBe(day('2026-11-03'))
})

describe('a date that is probably a slip', () => {
  test('of a year without pages is refused, and the others go in', async () => {
    await write('slip.md', 'title: A slip in the year', 'publishedDateTime: 0206-11-20T09:00:00Z')
    await write('long.md', 'title: Another', 'publishedDateTime: 20266-11-20')
    await write('0206-11-20-name.md', 'title: In the name')
    await write('good.md', 'title: A good year', 'publishedDateTime: 2026-11-03T09:00:00Z')
    const report = await run(BEFORE)
    expect(report.added).toEqual(['good.md'])
    const told = report.problems.map(({ file, line, field, found, expected }) =>
      [path.basename(file), line, field, found, expected].join(' | '),
    )
    expect(told.sort()).toEqual([
      "0206-11-20-name.md | 2 | publishedDateTime | 0206-11-20 in the file's name | a date such as 2021-02-14T15:21:00Z",
      'long.md | 3 | publishedDateTime | the text "20266-11-20" | a year from 1000 to 9999',
      'slip.md | 3 | publishedDateTime | the text "0206-11-20T09:00:00Z" | a year from 1000 to 9999',
    ])
  })

  test('goes in with a warning that names its line', async () => {
    await write('old.md', 'title: Old', 'publishedDateTime: 1826-11-20')
    await write('late.md', 'title: Late', 'publishedDateTime: 2062-11-20')
    await write(
      'winter.md',
      ...lead.slice(0, 3),
      'related:',
      '  - title: x',
      '    webUrl: https://c.example/',
      '    publishedDateTime: 1726-01-01',
    )
    const report = await run(BEFORE)
    expect(report.added).toHaveLength(3)
    expect(report.held).toEqual(['late.md'])
    const advice = 'expected a year from 1900 to 2031. It is used as it is; check the year.'
    expect(report.warnings.map((warning) => warning.replace(/^.*\//, ''))).toEqual([
      `late.md: line 3: publishedDateTime: found 2062-11-20, ${advice}`,
      `old.md: line 3: publishedDateTime: found 1826-11-20, ${advice}`,
      `winter.md: line 8: related[0].publishedDateTime: found 1726-01-01, ${advice}`,
    ])
  })
})
