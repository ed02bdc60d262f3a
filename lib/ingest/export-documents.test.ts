import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Prisma } from '@/lib/db/generated/client'
import { exportDocuments } from './export-documents'
import { importDocuments } from './import-documents'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { dump, NOW } from '@/lib/store/write/test-store'

let store: TestDatabase
let inbox: string
let outbox: string

beforeEach(async () => {
  store = await createTestDatabase()
  ;[inbox, outbox] = [path.join(store.folder, 'in'), path.join(store.folder, 'out')]
  await mkdir(inbox)
})
afterEach(async () => store.close())

/** Every document of a folder goes in, comes out as it was, and gives the same database again. */
async function roundTrip(folder: string): Promise<number> {
  const report = await importDocuments(store.database, [folder], { now: NOW })
  expect(report.problems).toEqual([])
  const exported = await exportDocuments(store.database, outbox)
  expect(exported).toMatchObject({ edited: [], warnings: [] })
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  expect((await readdir(outbox)).sort()).toEqual(names.sort())
  for (const name of names) {
    const [before, after] = await Promise.all(
      [folder, outbox].map((place) => readFile(path.join(place, name))),
    )
    expect(after?.equals(before ?? Buffer.of()), name).toBe(true)
  }
  const again = await createTestDatabase()
  await importDocuments(again.database, [outbox], { now: NOW })
  expect(await dump(again.database)).toEqual(await dump(store.database))
  await again.close()
  return names.length
}

describe('what went in comes out, byte for byte', () => {
  test('the documents that Hotsheet comes with', async () => {
    expect(await roundTrip('seeds')).toBeGreaterThan(0)
  })

  const corpus = ['../shared/corpus/news', '../shared/seeds']
  test.skipIf(!corpus.every((folder) => existsSync(folder))).each(corpus)('%s', async (folder) => {
    expect(await roundTrip(folder)).toBeGreaterThan(0)
  })

  test('whatever its line ends, its marks and its fields', async () => {
    const documents = {
      'crlf.md':
        '---\r\ntitle: "A &#8211; B"  # why\r\npublishedDateTime: 2026-10-01\r\n---\r\n\r\nBody\r\n',
      'bom.md':
        '\uFEFF---\ntitle:   x\npublishedDateTime: 2026-10-01T10:00:00+02:00\nmood: calm\n---',
      'twice.md':
        '---\ntitle: y\npublishedDateTime: 2026-10-01\nwebUrl: https://a.example/1\n---\n',
      'twice-too.md':
        '---\ntitle: z\npublishedDateTime: 2026-10-02\nwebUrl: https://a.example/1/\n---\n',
      'old.md':
        '---\ntitle: o\npublishedDateTime: 2026-10-02\nsourceUrl: https://a.example/o\nrelated:\n' +
        '  - sourceUrl: https://a.example/o\n    title: self\n  - title: no address\nsecured: "YQ==;Yg=="\n---\n',
      'languages.md':
        '---\ntitle: l\npublishedDateTime: 2026-10-02\nlang: PT-br # Brazil\nrelated:\n' +
        '  - title: r\n    webUrl: https://a.example/r\n    lang: not a language\n---\n',
    }
    for (const [name, text] of Object.entries(documents))
      await writeFile(path.join(inbox, name), text)
    expect(await roundTrip(inbox)).toBe(6)
  })

  test('whatever no database stores as it is written', async () => {
    const head = (n: number) =>
      `publishedDateTime: 2026-11-20T09:00:00Z\nwebUrl: "https://nan.example/${n}"`
    const documents = [
      'title: Minus zero\nheat: -0\nquality: +0',
      'title: Half a character\ntype: "clip \\ud83d"\ncategory: "a \\udc00 \\0"',
      'title: "NUL \\0"\nexcerpt: "\\0 \\ud800"\nsecured: "\\ud800"\ntopics: ["a \\0", "\\ud800 b"]',
      'title: No number\nprovider:\n  name: Nan Example\n  domain: nan.example\n  rating: .nan\n' +
        '  low: -.inf\n  zero: -0\n  big: 9007199254740993\n  price: 1.10\n  half: "\\ud800"\n' +
        'images:\n  - url: /pictures/a.svg\n    focus: .inf\n    width: 1e3\n    height: 0x1F4\n' +
        '    big: 12345678901234567890\n    small: 1e-400\n    "k\\ud800": "\\0"',
      'title: Other fields\nmood: [.nan, -0, "\\ud800", "\\0", 1e400, 0o17, ~, {"\\udfff": -.inf}]',
      'title: &t Shared\nmood: *t\nprovider: &p {name: 042, half: "\\ud800"}\nmore: *p',
    ]
    for (const [n, fields] of documents.entries())
      await writeFile(path.join(inbox, `${n}.md`), `---\n${head(n)}\n${fields}\n---\n`)
    expect(await roundTrip(inbox)).toBe(documents.length)
    const again = await importDocuments(store.database, [inbox], { now: NOW })
    expect(again.unchanged).toBe(documents.length)
  })

  test('days without a time, topics with a #, and dates to come', async () => {
    const day = '---\ntitle: d\npublishedDateTime: 2026-11-05 # a day\ntopics: ["#", "#Sea"]\n---\n'
    await writeFile(path.join(inbox, 'day.md'), day)
    await writeFile(path.join(inbox, '2026-11-06-named.md'), '---\ntitle: n\n---\n')
    expect(await roundTrip(inbox)).toBe(2)
    await store.database.article.updateMany({ data: { quality: 7 } })
    await exportDocuments(store.database, outbox)
    const after = await readFile(path.join(outbox, 'day.md'), 'utf8')
    expect(after).toBe(day.replace(/---\n$/, 'quality: 7\n---\n'))
  })

  test('whatever letters an address holds, also as older versions stored it', async () => {
    const address = 'https://BÜCHER.example/京都 x'
    const fields = `webUrl: ${address}\noriginalUrl: ${address}\nimages:\n  - ${address}\n`
    const text = `---\ntitle: x\npublishedDateTime: 2026-10-01\n${fields}---\n`
    await writeFile(path.join(inbox, 'x.md'), text)
    expect(await roundTrip(inbox)).toBe(1)
    await store.database.article.updateMany({ data: { webUrl: address, originalUrl: address } })
    await store.database.image.updateMany({ data: { url: address } })
    const report = await exportDocuments(store.database, outbox)
    expect(report).toMatchObject({ edited: [], warnings: [] })
    expect(await readFile(path.join(outbox, 'x.md'), 'utf8')).toBe(text)
  })
})

const SOURCE = `---
category: news
# What the desk calls it.
title:  "The quiet ‘reactor’"   # working title
excerpt: 'It hums.'
publishedDateTime: 2026-10-04T07:15:00Z
sourceUrl: https://a.example/reactor
type: article
quality: 54
published: true

provider:
  name: Grid & Pylon
  images: /assets/x.svg

topics:
  - Energy
  - "Ocean  Life"

images:
  - url: "/pictures/a.svg"
    width: 1200
    height: 800
    alt: A hum
related:
  - title: Other
    webUrl: https://b.example/other

secured: "YQ==;Yg=="
---

The *body*.
`

async function exportEdited(data: Prisma.ArticleUpdateInput): Promise<string> {
  await writeFile(path.join(inbox, 'x.md'), SOURCE)
  await importDocuments(store.database, [inbox], { now: NOW })
  await store.database.article.update({
    where: { canonicalUrl: 'https://a.example/reactor' },
    data,
  })
  const report = await exportDocuments(store.database, outbox)
  expect(report.warnings).toEqual([])
  return readFile(path.join(outbox, 'x.md'), 'utf8')
}

/** Lines that only one of the two has: `-` the first, `+` the second. */
function diff(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `-${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+${line}`),
  ]
}

describe('a field that was changed in the database is one changed line', () => {
  test.each<[string, Prisma.ArticleUpdateInput, string[]]>([
    [
      'a title',
      { title: 'Say "hum" & é' },
      [
        '-title:  "The quiet ‘reactor’"   # working title',
        '+title:  "Say \\"hum\\" & é"   # working title',
      ],
    ],
    [
      'a title that looks encoded',
      { title: '&lt;b&gt;' },
      [
        '-title:  "The quiet ‘reactor’"   # working title',
        '+title:  "&amp;lt;b&amp;gt;"   # working title',
      ],
    ],
    [
      'a long excerpt',
      { excerpt: "It's long. ".repeat(30).trim() },
      ["-excerpt: 'It hums.'", `+excerpt: '${"It''s long. ".repeat(30).trim()}'`],
    ],
    ['a score', { quality: -3 }, ['-quality: 54', '+quality: -3']],
    ['a score that goes', { quality: null }, ['-quality: 54', '+quality: null']],
    ['a score that was not there', { heat: 64 }, ['+heat: 64']],
    [
      'a date',
      { publishedAt: new Date('2026-10-05T08:00:00Z') },
      ['-publishedDateTime: 2026-10-04T07:15:00Z', '+publishedDateTime: 2026-10-05T08:00:00Z'],
    ],
    [
      'an address by its older name',
      { originalUrl: 'https://a.example/r' },
      ['-sourceUrl: https://a.example/reactor', '+sourceUrl: https://a.example/r'],
    ],
    ['whether it is published', { published: false }, ['-published: true', '+published: false']],
    ['a type that YAML would misread', { type: 'true' }, ['-type: article', '+type: "true"']],
    ['ciphertext', { secured: 'Yg==;YQ==' }, ['-secured: "YQ==;Yg=="', '+secured: "Yg==;YQ=="']],
    [
      'a provider',
      { provider: { create: { name: 'Grid: P', domain: '' } } },
      ['-  name: Grid & Pylon', '+  name: "Grid: P"'],
    ],
    [
      'a picture',
      { images: { updateMany: { where: {}, data: { width: 600 } } } },
      ['-    width: 1200', '+    width: 600'],
    ],
    ['a body', { body: 'Another body.' }, ['-The *body*.', '+Another body.']],
  ])('%s', async (_, data, lines) => {
    expect(diff(SOURCE, await exportEdited(data))).toEqual(lines)
  })

  test('or, where a list has another length, the lines of that list', async () => {
    const topic = { name: 'Law', position: 2, topic: { create: { slug: 'law', name: 'Law' } } }
    const after = await exportEdited({ topics: { create: topic } })
    expect(diff(SOURCE, after)).toEqual(['-  - "Ocean  Life"', '+  - Ocean  Life', '+  - Law'])
  })

  test('and importing the export gives the edited article', async () => {
    await exportEdited({ title: 'Two\nlines'.replace('\n', ' '), heat: 3, body: 'New\n\nbody' })
    const before = await dump(store.database)
    await importDocuments(store.database, [outbox], { now: NOW })
    const after = await dump(store.database)
    expect(after.articles[0]).toMatchObject({ title: 'Two lines', heat: 3, body: 'New\n\nbody' })
    expect({ ...after.articles[0], documents: [], entries: [], rank: 0 }).toEqual({
      ...before.articles[0],
      documents: [],
      entries: [],
      rank: 0,
    })
  })
})

test('what a document cannot hold is told, and the document written as it was read', async () => {
  await writeFile(path.join(inbox, 'x.md'), SOURCE)
  await importDocuments(store.database, [inbox], { now: NOW })
  await store.database.article.updateMany({ data: { title: '' } })
  const report = await exportDocuments(store.database, outbox)
  expect(report.warnings).toEqual([
    'x.md: a document cannot hold what is stored as title: written as it was read',
  ])
  expect(await readFile(path.join(outbox, 'x.md'), 'utf8')).toBe(SOURCE)
})

describe('the folders of documents', () => {
  const document = (title: string) => `---\ntitle: ${title}\npublishedDateTime: 2026-10-01\n---\n`

  test('are made again, and importing the export changes nothing', async () => {
    await mkdir(path.join(inbox, 'a/b.md'), { recursive: true })
    for (const name of ['x.md', 'a/x.md', 'a/b.md/x.md']) {
      await writeFile(path.join(inbox, name), document(name))
    }
    await importDocuments(store.database, [inbox], { now: NOW })
    expect(await exportDocuments(store.database, outbox)).toMatchObject({
      written: 3,
      warnings: [],
    })
    expect(await readFile(path.join(outbox, 'a/b.md/x.md'), 'utf8')).toBe(document('a/b.md/x.md'))
    expect(await importDocuments(store.database, [outbox], { now: NOW })).toMatchObject({
      unchanged: 3,
      total: 3,
    })
  })

  test('are left out where a file name is the only one of its kind, and a manifest records them', async () => {
    for (const name of ['a/x.md', 'a/y.md', 'b/y.md']) {
      await mkdir(path.join(inbox, path.dirname(name)), { recursive: true })
      await writeFile(path.join(inbox, name), document(name))
    }
    await importDocuments(store.database, [inbox], { now: NOW })
    await exportDocuments(store.database, outbox)
    expect((await readdir(outbox)).sort()).toEqual(['.hotsheet.json', 'a', 'b', 'x.md'])
    const again = await createTestDatabase()
    await importDocuments(again.database, [outbox], { now: NOW })
    expect(await dump(again.database)).toEqual(await dump(store.database))
    await again.close()
    expect(await importDocuments(store.database, [outbox], { now: NOW })).toMatchObject({
      unchanged: 3,
      total: 3,
    })
  })

  test('are used where the document is in its folder already', async () => {
    await mkdir(path.join(inbox, 'a'))
    await writeFile(path.join(inbox, 'a/x.md'), document('x'))
    await importDocuments(store.database, [inbox], { now: NOW })
    await exportDocuments(store.database, inbox)
    expect(await readdir(inbox)).toEqual(['a'])
  })

  test.each(['../x.md', '/x.md', 'a/../../x.md', '..'])(
    'never lead out of the export: %s',
    async (name) => {
      await writeFile(path.join(inbox, 'x.md'), SOURCE)
      await writeFile(path.join(inbox, 'y.md'), document('y'))
      await importDocuments(store.database, [inbox], { now: NOW })
      await store.database.document.update({ where: { name: 'y.md' }, data: { name } })
      const { written, warnings } = await exportDocuments(store.database, outbox)
      expect([written, warnings]).toEqual([
        1,
        [`${name}: not written: its name leads out of the folder`],
      ])
      expect(existsSync(path.join(store.folder, 'x.md'))).toBe(false)
    },
  )

  test('are not replaced by what links in the export lead to', async () => {
    for (const name of ['a/x.md', 'b.md', 'c.md', 'x.md']) {
      await mkdir(path.join(inbox, path.dirname(name)), { recursive: true })
      await writeFile(path.join(inbox, name), document(name))
    }
    await importDocuments(store.database, [inbox], { now: NOW })
    await mkdir(outbox)
    const outside = path.join(store.folder, 'outside')
    await mkdir(outside)
    await symlink(outside, path.join(outbox, 'a'))
    await symlink(path.join(outside, 'new.md'), path.join(outbox, 'b.md'))
    const { written, warnings } = await exportDocuments(store.database, outbox)
    expect(written).toBe(2)
    expect(warnings).toEqual([
      'a/x.md: not written: a link leads out of the folder',
      'b.md: not written: a link leads out of the folder',
    ])
    expect(await readdir(outside)).toEqual([])
  })
})
