import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestInbox, type TestInbox } from './test-inbox'

let inbox: TestInbox
beforeEach(async () => {
  inbox = await createTestInbox()
})
afterEach(() => inbox.close())

const at = (url: string, title = url) => ({ title, webUrl: `https://a.example/${url}` })
const [NFC, NFD] = ['brücke.md'.normalize('NFC'), 'brücke.md'.normalize('NFD')]

/** As versions up to 0.1 left the store: file names without folders, and nothing about where they came from. */
async function makeOlder(...names: [name: string, older: string][]) {
  for (const [name, older] of names) {
    const data = { name: older, origin: null, importOrder: 0 }
    await inbox.database.document.update({ where: { name }, data })
  }
  await inbox.database.document.updateMany({ data: { origin: null, importOrder: 0 } })
}

describe('a document is identified by its path below the imported folder', () => {
  test('so that two files of one name are two documents', async () => {
    await inbox.write('news/a/index.md', at('a'))
    await inbox.write('news/b/index.md', { title: 'b' })
    await inbox.write('news/c/index.md', { title: 'c' })
    expect((await inbox.run(['news'])).problems).toEqual([])
    expect(await inbox.titles()).toEqual(['a', 'b', 'c'])
    expect(await inbox.run(['news'])).toMatchObject({ unchanged: 3, added: [], updated: [] })
  })

  test('the date of its file name counts in every folder', async () => {
    await mkdir(inbox.at('news/a'), { recursive: true })
    await writeFile(inbox.at('news/a/2026-02-03-x.md'), '---\ntitle: x\n---\n')
    await inbox.run(['news'])
    const article = await inbox.database.article.findFirst()
    expect(article?.publishedAt).toEqual(new Date('2026-02-03'))
  })

  test('and stays the same one when its file is imported by itself, or from within', async () => {
    await inbox.write('news/a/index.md', { title: 'a' })
    await inbox.run(['news'])
    expect(await inbox.run(['news/a/index.md'])).toMatchObject({ unchanged: 1 })
    await inbox.write('news/a/index.md', { title: 'b' })
    expect(await inbox.run(['news/a'])).toMatchObject({ updated: ['a/index.md'] })
    expect([await inbox.names(), await inbox.titles()]).toEqual([['a/index.md'], ['b']])
  })

  test('whatever the Unicode form of its name', async () => {
    await inbox.write(`linux/${NFC}`, { title: 'Bridge' })
    await inbox.write(`mac/${NFD}`, { title: 'Bridge' })
    await inbox.run(['linux'])
    expect(await inbox.run(['mac'])).toMatchObject({ unchanged: 1, added: [] })
    expect(await inbox.run(['linux', 'mac'])).toMatchObject({ unchanged: 2, added: [] })
    await inbox.write(`mac/${NFD}`, { title: 'Bridges' })
    expect(await inbox.run(['mac'])).toMatchObject({ updated: [NFC] })
    expect(await inbox.titles()).toEqual(['Bridges'])
  })

  test('two forms of one name in one folder are one document, or the second is refused', async () => {
    await inbox.write(`in/${NFD}`, { title: 'Bridge' })
    await inbox.write(`in/${NFC}`, { title: 'Bridge' })
    expect(await inbox.run(['in'])).toMatchObject({ added: [NFC], unchanged: 1, problems: [] })
    await inbox.write(`in/${NFD}`, { title: 'Another bridge' })
    const report = await inbox.run(['in'], { prune: 'force' })
    expect(report.refused).toHaveLength(1)
    expect(report.problems[0]?.found).toBe(
      `the same name as ${inbox.at(report.refused[0] === inbox.at(`in/${NFC}`) ? `in/${NFD}` : `in/${NFC}`)}`,
    )
    expect(await inbox.names()).toEqual([NFC])
  })
})

describe('the same path below another folder', () => {
  test('is another document when it describes another article: both stay, and a warning says so', async () => {
    await inbox.write('spring/index.md', at('spring'))
    await inbox.write('autumn/index.md', at('autumn'))
    await inbox.run(['spring'])
    const report = await inbox.run(['autumn'])
    expect(report.added).toEqual(['autumn/index.md'])
    expect(report.warnings).toEqual([
      `${inbox.at('autumn/index.md')}: index.md came from another folder with another article: both stay, this one as autumn/index.md`,
    ])
    expect(await inbox.titles()).toEqual(['autumn', 'spring'])
    for (const paths of [['autumn'], ['spring'], ['spring', 'autumn'], ['autumn', 'spring']]) {
      expect(await inbox.run(paths)).toMatchObject({ unchanged: paths.length, warnings: [] })
    }
    await inbox.write('autumn/index.md', at('autumn', 'Late autumn'))
    expect(await inbox.run(['autumn'])).toMatchObject({ updated: ['autumn/index.md'] })
    expect(await inbox.titles()).toEqual(['Late autumn', 'spring'])
  })

  test('is another document also within one import, and where folders have one name too', async () => {
    for (const year of ['2024', '2025', '2026']) {
      await inbox.write(`${year}/news/index.md`, {
        ...at(year),
        publishedDateTime: `${year}-02-01`,
      })
    }
    await inbox.run(['2024/news', '2025/news'])
    await inbox.run(['2026/news'])
    expect(await inbox.names()).toEqual(['2026/news/index.md', 'index.md', 'news/index.md'])
    expect(await inbox.titles()).toEqual(['2024', '2025', '2026'])
    const all = ['2024/news', '2025/news', '2026/news']
    expect(await inbox.run(all, { prune: true })).toMatchObject({ unchanged: 3, removed: [] })
  })

  test('is another document where neither has an address, nor a title or a date in common', async () => {
    await inbox.write('spring/index.md', { title: 'Spring' })
    await inbox.write('autumn/index.md', { title: 'Autumn', publishedDateTime: '2026-10-02' })
    await inbox.run(['spring'])
    await inbox.run(['autumn'])
    expect(await inbox.titles()).toEqual(['Autumn', 'Spring'])
  })

  test('without address but of the same date is a correction, and both headlines are named', async () => {
    await inbox.write('old/index.md', { title: 'Munday' })
    await inbox.write('new/index.md', { title: 'Monday' })
    await inbox.run(['old'])
    expect((await inbox.run(['new'])).warnings).toEqual([
      `${inbox.at('new/index.md')}: replaces index.md from another folder: "Munday" is now "Monday"`,
    ])
    expect(await inbox.titles()).toEqual(['Monday'])
  })

  test('is the same document after the whole folder has moved, also where it was corrected', async () => {
    await inbox.write('site/a.md', at('a'))
    await inbox.write('site/b.md', { title: 'b' })
    await inbox.write('site/c.md', at('c'))
    await inbox.run(['site'])
    await rename(inbox.at('site'), inbox.at('moved'))
    expect(await inbox.run(['moved'], { prune: true })).toMatchObject({
      unchanged: 3,
      warnings: [],
    })
    await inbox.write('moved/c.md', at('c-corrected'))
    await inbox.write('moved/a.md', at('a', 'A'))
    await inbox.run(['moved'])
    await cp(inbox.at('moved'), inbox.at('copy'), { recursive: true })
    await inbox.write('copy/a.md', at('a', 'AA'))
    await inbox.write('copy/c.md', { ...at('c-again'), title: 'c-corrected' })
    expect(await inbox.run(['copy'])).toMatchObject({ unchanged: 1, updated: ['a.md', 'c.md'] })
    expect(await inbox.titles()).toEqual(['AA', 'b', 'c-corrected'])
  })

  test('is the same document behind a link that leads to another release', async () => {
    await inbox.write('releases/1/a.md', at('a'))
    await inbox.write('releases/2/a.md', at('a', 'A'))
    await symlink(inbox.at('releases/1'), inbox.at('current'))
    await inbox.run(['current'])
    await rm(inbox.at('current'))
    await symlink(inbox.at('releases/2'), inbox.at('current'))
    expect(await inbox.run(['current'])).toMatchObject({ updated: ['a.md'] })
    expect(await inbox.names()).toEqual(['a.md'])
  })
})

describe('the same file with another article', () => {
  test('is a correction of the address: the article moves, and a warning names both headlines', async () => {
    await inbox.write('in/index.md', at('one', 'Swallows are back'))
    await inbox.run(['in'])
    await inbox.write('in/index.md', at('two', 'Swallows leave'))
    expect((await inbox.run(['in'])).warnings).toEqual([
      'index.md described "Swallows are back", which is gone; it now describes "Swallows leave" at another address',
    ])
    expect(await inbox.titles()).toEqual(['Swallows leave'])
  })

  test('needs no warning where readers did not see the first, or another document describes it', async () => {
    await inbox.write('in/a.md', { ...at('one'), type: 'article' })
    await inbox.write('in/b.md', at('one'))
    await inbox.run(['in'])
    await inbox.write('in/a.md', at('two'))
    expect((await inbox.run(['in'])).warnings).toEqual([])
    expect(await inbox.titles()).toEqual(['one', 'two'])
  })
})

describe('documents that an older version stored without folders', () => {
  test('are known by their paths afterwards, each once, and keep their stories', async () => {
    await inbox.write('in/a/x.md', at('x'))
    await inbox.write('in/b/y.md', at('y'))
    await inbox.write('in/c/z.md', { title: 'z' })
    await inbox.write(`in/${NFC}`, { title: 'Bridge' })
    await inbox.run(['in'])
    await makeOlder(['a/x.md', 'x.md'], ['b/y.md', 'y.md'], ['c/z.md', 'z.md'])
    const before = await inbox.database.article.findMany({ select: { publicId: true } })
    await inbox.write('in/b/y.md', at('y', 'Y'))
    const report = await inbox.run(['in'], { prune: true })
    expect(report).toMatchObject({ updated: { length: 3 }, added: [], removed: [], unchanged: 1 })
    expect(report.warnings).toEqual([
      'stored by its path below the imported folder: a/x.md, before x.md, and 2 more',
    ])
    expect(await inbox.names()).toEqual(['a/x.md', 'b/y.md', NFC, 'c/z.md'])
    expect(await inbox.titles()).toEqual(['Bridge', 'Y', 'x', 'z'])
    expect(await inbox.database.article.count()).toBe(before.length)
    expect(await inbox.run(['in'])).toMatchObject({ unchanged: 4, warnings: [] })
  })

  test('or under a name in another Unicode form', async () => {
    await inbox.write(`in/${NFD}`, { title: 'Bridge' })
    await inbox.run(['in'])
    await makeOlder([NFC, NFD])
    await inbox.run(['in'])
    expect([await inbox.names(), await inbox.titles()]).toEqual([[NFC], ['Bridge']])
  })

  test('are not mistaken for a file of the same name that is there too', async () => {
    await inbox.write('in/x.md', at('x'))
    await inbox.run(['in'])
    await makeOlder()
    await inbox.write('in/sub/x.md', at('x', 'A copy'))
    expect(await inbox.run(['in'])).toMatchObject({ added: ['sub/x.md'], unchanged: 1 })
    expect(await inbox.names()).toEqual(['sub/x.md', 'x.md'])
  })
})
