import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readContentVersion } from '@/lib/store/content-version'
import { PathNotFoundError } from './find-documents'
import { importDocuments } from './import-documents'
import type { ImportOptions } from './import-options'
import { summarise } from './import-report'
import { formatProblem } from './problem'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { dump, NOW } from '@/lib/store/write/test-store'

let store: TestDatabase
let inbox: string

beforeEach(async () => {
  store = await createTestDatabase()
  inbox = path.join(store.folder, 'inbox')
  await mkdir(inbox)
})
afterEach(async () => store.close())

async function write(name: string, ...lines: string[]) {
  await writeFile(path.join(inbox, name), ['---', ...lines, '---', ''].join('\n'))
}

async function run(options: Partial<ImportOptions> = {}, paths = [inbox]) {
  return importDocuments(store.database, paths, { now: NOW, ...options })
}

const article = (url: string) =>
  store.database.article.findUnique({
    where: { canonicalUrl: url },
    include: { provider: true, entries: true, documents: true },
  })

const ferry = ['title: Ferry', 'publishedDateTime: 2026-10-03', 'webUrl: https://a.example/ferry']
const listing = (title: string, date: string) => [
  `title: ${title}`,
  `publishedDateTime: ${date}`,
  `webUrl: https://b.example/${title}`,
  'related:',
  `  - title: Ferry, says ${title}`,
  '    webUrl: https://www.a.example/ferry/?utm_source=x',
]

describe('importing again', () => {
  test('the same documents changes nothing, and says so', async () => {
    await write('2026-10-03-ferry.md', ...ferry)
    expect(summarise(await run())).toBe('1 document: 1 added.')
    const [before, version] = [await dump(store.database), await readContentVersion(store.database)]
    const again = await run({ now: new Date('2026-12-01') })
    expect(summarise(again)).toBe('Nothing changed: 1 document as before.')
    expect(await dump(store.database)).toEqual(before)
    expect(await readContentVersion(store.database)).toBe(version)
  })

  test('an edited document updates its article, and keeps its page', async () => {
    await write('2026-10-03-ferry.md', ...ferry, 'heat: 3')
    await run()
    const before = await article('https://a.example/ferry')
    const version = await readContentVersion(store.database)
    await write('2026-10-03-ferry.md', ...ferry.with(0, 'title: Ferries'), 'heat: 4')
    expect(await run()).toMatchObject({ updated: ['2026-10-03-ferry.md'], added: [] })
    const after = await article('https://a.example/ferry')
    expect(after).toMatchObject({
      id: before?.id,
      publicId: before?.publicId,
      title: 'Ferries',
      heat: 4,
    })
    expect(after?.entries).toMatchObject([{ heat: 4 }])
    expect(await readContentVersion(store.database)).not.toBe(version)
  })

  test('an edited comment is stored for export, and readers are not disturbed', async () => {
    await write('2026-10-03-ferry.md', ...ferry)
    await run()
    const version = await readContentVersion(store.database)
    await write('2026-10-03-ferry.md', '# checked', ...ferry)
    expect((await run()).updated).toHaveLength(1)
    expect(await readContentVersion(store.database)).toBe(version)
    const document = await store.database.document.findFirst({ omit: { source: false } })
    expect(document?.source).toContain('# checked')
  })
})

describe('a piece known from another document', () => {
  test('becomes one article, not two, when its own document arrives', async () => {
    await write('2026-10-01-lead.md', ...listing('lead', '2026-10-01'))
    await run()
    expect(await article('https://a.example/ferry')).toMatchObject({
      title: 'Ferry, says lead',
      listed: false,
    })
    await write('2026-10-03-ferry.md', ...ferry)
    await run()
    expect(await article('https://a.example/ferry')).toMatchObject({ title: 'Ferry', listed: true })
    expect(await store.database.article.count()).toBe(2)
  })

  test('is described by the newest document that lists it, and by the next when that one goes', async () => {
    await write('2026-10-02-new.md', ...listing('new', '2026-10-02'))
    await write('2026-10-03-old.md', ...listing('old', '2026-10-01'))
    await run()
    expect((await article('https://a.example/ferry'))?.title).toBe('Ferry, says new')
    await write('2026-10-02-new.md', ...listing('new', '2026-10-02').slice(0, 3))
    await run()
    expect((await article('https://a.example/ferry'))?.title).toBe('Ferry, says old')
  })
})

describe('what readers see', () => {
  const told = [...listing('lead', '2026-10-01'), 'heat: 90', 'topics: [Sea]']

  test('a piece that is not the lead of its story is listed under its lead, not beside it', async () => {
    await write('2026-10-03-ferry.md', ...ferry, 'heat: -1', 'topics: [Sea]')
    await run()
    expect(await article('https://a.example/ferry')).toMatchObject({ listed: true })
    await write('2026-10-01-lead.md', ...told)
    await run()
    expect(await article('https://a.example/ferry')).toMatchObject({ listed: false, entries: [] })
    expect(await article('https://b.example/lead')).toMatchObject({ listed: true, relatedCount: 1 })
    expect(await store.database.topic.findMany()).toMatchObject([{ slug: 'sea', articleCount: 1 }])
    await write('2026-10-01-lead.md', ...told, 'published: false')
    await run()
    expect(await article('https://a.example/ferry')).toMatchObject({ listed: true })
    expect(await article('https://b.example/lead')).toMatchObject({ listed: false, entries: [] })
  })

  test('an unpublished piece is not counted under its lead', async () => {
    await write('2026-10-01-lead.md', ...told)
    await write('2026-10-03-ferry.md', ...ferry, 'published: false')
    await run()
    expect(await article('https://b.example/lead')).toMatchObject({ relatedCount: 0 })
    expect(await article('https://a.example/ferry')).toMatchObject({ listed: false, entries: [] })
  })
})

describe('documents that are refused', () => {
  test('do not keep the others out, and leave what they were before', async () => {
    await write('2026-10-03-ferry.md', ...ferry)
    await run()
    await write('2026-10-03-ferry.md', 'title: [', 'heat: 3')
    await write('2026-10-04-good.md', 'title: Good')
    await writeFile(
      path.join(inbox, '2026-10-05-latin.md'),
      Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1'),
    )
    await writeFile(
      path.join(inbox, '2026-10-06-huge.md'),
      `---\ntitle: x\n---\n${'x'.repeat(3 << 20)}`,
    )
    const report = await run({ prune: true })
    expect(report).toMatchObject({ added: ['2026-10-04-good.md'], updated: [], removed: [] })
    expect(report.refused).toHaveLength(3)
    const messages = report.problems.map(formatProblem).join('\n')
    expect(messages).toContain('2026-10-05-latin.md: found bytes that are not UTF-8')
    expect(messages).toContain('2026-10-06-huge.md: found 3.0 MiB, expected at most 2.0 MiB')
    expect((await article('https://a.example/ferry'))?.title).toBe('Ferry')
  })

  test('a path that is not there stops everything', async () => {
    await write('x.md', 'title: One', 'publishedDateTime: 2026-10-01')
    await expect(run({ prune: true }, [inbox, 'nowhere'])).rejects.toThrow(PathNotFoundError)
    expect(await store.database.article.count()).toBe(0)
  })
})

test('a story may have thousands of related pieces, and lose them again', async () => {
  const pieces = Array.from({ length: 2_500 }, (_, i) => [
    `  - title: "${i}"`,
    `    webUrl: https://b.example/${i}`,
    `    provider: { name: P${i} }`,
    `    topics: [T${i}]`,
    '    images: [/x.svg]',
  ])
  await write('2026-10-03-ferry.md', ...ferry, 'related:', ...pieces.flat())
  await write('2026-10-04-other.md', 'title: Other', 'related:', ...pieces.toReversed().flat())
  expect(await run()).toMatchObject({ added: { length: 2 }, problems: [] })
  expect(await article('https://a.example/ferry')).toMatchObject({ relatedCount: 2_500 })
  await write('2026-10-03-ferry.md', ...ferry)
  await run()
  await write('2026-10-04-other.md', 'title: Other')
  await run()
  expect(await store.database.article.count()).toBe(2)
})

test('of two documents of one article the later is shown, and a warning says so', async () => {
  await write('2026-10-04-b.md', ...ferry.with(0, 'title: Late'))
  await write('2026-10-03-a.md', ...ferry.with(0, 'title: Early'))
  const report = await run()
  expect(report.warnings).toEqual([
    '2026-10-03-a.md, 2026-10-04-b.md describe the same article: the last is shown, each is exported',
  ])
  expect(await article('https://a.example/ferry')).toMatchObject({
    title: 'Late',
    documents: { length: 2 },
  })
})

test('an unknown field is named once, with how many documents have it', async () => {
  await write('2026-10-03-a.md', 'title: a', 'mood: calm')
  await write('2026-10-04-b.md', 'title: b', 'mood: wild')
  const warnings = (await run()).warnings.filter((warning) => warning.includes('mood'))
  expect(warnings).toEqual([
    'unknown field "mood" in 2 documents: kept and exported again, not shown',
  ])
})

test('a dry run tells what would change, and changes nothing', async () => {
  await write('2026-10-01-a.md', 'title: A')
  await run()
  const before = await dump(store.database)
  await write('2026-10-01-a.md', 'title: AA')
  await write('2026-10-02-b.md', 'title: B')
  await write('2026-10-03-c.md', 'title: [3]')
  expect(await run({ dryRun: true })).toMatchObject({
    added: ['2026-10-02-b.md'],
    updated: ['2026-10-01-a.md'],
    refused: { length: 1 },
  })
  expect(await dump(store.database)).toEqual(before)
})

describe('what the database cannot take', () => {
  test('costs only its own document, also when that was stored before', async () => {
    await write('2026-10-01-a.md', 'title: A')
    await run()
    await write('2026-10-01-a.md', 'title: A', 'note: "a\\0b"')
    await write('2026-10-02-b.md', 'title: B')
    const report = await run()
    expect(report.added).toEqual(['2026-10-02-b.md'])
    expect([...report.refused, ...report.updated]).toEqual(['2026-10-01-a.md'])
  })

  test('is told beforehand of addresses and names that no index holds', async () => {
    const long = 'x'.repeat(3_000)
    await write('2026-10-01-a.md', 'title: A', `webUrl: https://a.example/?to=${long}`)
    await write('2026-10-02-b.md', 'title: B', 'provider:', `  name: ${long}`)
    await write('2026-10-03-ferry.md', ...ferry)
    const report = await run()
    expect(report.added).toEqual(['2026-10-03-ferry.md'])
    expect(report.problems.map(({ line, field, expected }) => [line, field, expected])).toEqual([
      [3, 'webUrl', 'an address of at most 2000 characters'],
      [4, 'provider.name', 'a name of at most 500 characters'],
    ])
  })

  test('does not come of many publishers at once', async () => {
    for (let at = 0; at < 60; at += 1) {
      const pieces = Array.from({ length: 20 }, (_, n) => `publisher-${at}-${n}`)
      const related = pieces.flatMap((name) => [
        `  - title: Told by ${name}`,
        `    webUrl: https://${name}.example/`,
        `    provider: { name: ${name}, domain: ${name}.example }`,
      ])
      await write(`2026-10-01-${at}.md`, `title: A ${at}`, 'related:', ...related)
    }
    expect((await run()).added).toHaveLength(60)
    expect(await store.database.provider.count()).toBe(1_200)
  })
})

test('other weights or rules than those stored derive everything anew', async () => {
  await write('2026-10-03-ferry.md', ...ferry, 'quality: 80', 'heat: 120', 'lang: de')
  await run()
  const before = await dump(store.database)
  await store.database.article.updateMany({
    data: { rank: 1, hasDocument: false, listed: false, lang: null },
  })
  await store.database.feedEntry.deleteMany()
  await store.database.meta.update({ where: { key: 'rankProfile' }, data: { value: 'older' } })
  await run()
  expect(await dump(store.database)).toEqual(before)
})

test('an upgrade works out the new orders of all that is stored, and loses nothing', async () => {
  await write('2026-10-02-lead.md', ...listing('lead', '2026-10-02'), 'quality: 80', 'heat: 120')
  await write('2026-10-03-ferry.md', ...ferry, 'quality: 40', 'heat: 90', 'topics: [Sea]')
  await run()
  const before = await dump(store.database)
  // As the migration leaves them.
  const unset = { blend0: 0, blend25: 0, blend75: 0, blend100: 0 }
  await store.database.feedEntry.updateMany({ data: unset })
  await store.database.meta.update({ where: { key: 'rules' }, data: { value: '2' } })
  await run()
  expect(await dump(store.database)).toEqual(before)
  expect(before.articles.flatMap(({ entries }) => entries)).toHaveLength(3)
})

test('an upgrade gives articles their new identity, and shows none of them twice', async () => {
  const tilde = ['title: Tilde', 'publishedDateTime: 2026-10-04', 'webUrl: https://a.example/~anna']
  await write('2026-10-02-lead.md', ...listing('lead', '2026-10-02'))
  await write('2026-10-03-ferry.md', ...ferry)
  await write('2026-10-04-tilde.md', ...tilde, 'images: [{ url: "https://a.example/京.jpg" }]')
  await run()
  const before = await dump(store.database)
  // As older versions stored them.
  for (const [url, id] of [
    ['~anna', 'a'],
    ['ferry', 'b'],
  ] as const) {
    await store.database.article.update({
      where: { canonicalUrl: `https://a.example/${url}` },
      data: { canonicalUrl: `https://a.example/older/${id}`, publicId: `older${id}0000` },
    })
  }
  await store.database.image.updateMany({ data: { url: 'https://a.example/京.jpg' } })
  await store.database.meta.update({ where: { key: 'rules' }, data: { value: '4' } })
  await run()
  expect(await dump(store.database)).toEqual(before)
})

describe('addresses', () => {
  /** Imports one document for each address, and counts the stories that readers see. */
  async function countStories(...addresses: string[]): Promise<number> {
    for (const [at, address] of addresses.entries()) {
      const fields = [`title: "${at}"`, `webUrl: ${JSON.stringify(address)}`]
      await write(`2026-10-20-${at}.md`, ...fields)
    }
    expect((await run()).refused).toEqual([])
    return store.database.article.count({ where: { listed: true } })
  }

  test.each([
    ['https://uni.example/%7Eanna/weirs', 'https://uni.example/~anna/weirs'],
    ['https://uni.example/two%2Dgates', 'https://uni.example/two-gates'],
    ['https://uni.example/ponds/index.html', 'https://uni.example/ponds/'],
    ['https://uni.example/locks?ref=weekly.example', 'https://uni.example/locks'],
    [
      'https://www.youtube.com/watch?v=aBcDeFgHiJ2&feature=youtu.be',
      'https://youtu.be/aBcDeFgHiJ2',
    ],
    ['https://www.youtube.com/watch?v=aBcDeFgHiJ1&t=90s', 'https://youtu.be/aBcDeFgHiJ1'],
    ['https://plain.example/timetable#monday', 'https://plain.example/timetable#tuesday'],
  ])('%s and %s are one story', async (one, other) => {
    expect(await countStories(one, other)).toBe(1)
  })

  test.each([
    ['https://canal.example/#/stories/101', 'https://canal.example/#/stories/102'],
    ['https://old-canal.example/#!/news/7', 'https://old-canal.example/#!/news/8'],
    ['https://a.example/gear/amp', 'https://a.example/gear'],
    ['https://mobile.com.br/', 'https://amp.com.br/'],
  ])('%s and %s are two stories', async (one, other) => {
    expect(await countStories(one, other)).toBe(2)
  })
})
