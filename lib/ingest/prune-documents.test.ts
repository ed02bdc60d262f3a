import { execFileSync } from 'node:child_process'
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dump } from '@/lib/store/write/test-store'
import { asOrdinaryUser, createTestInbox, documentOf, type TestInbox } from './test-inbox'

let inbox: TestInbox
beforeEach(async () => {
  inbox = await createTestInbox()
})
afterEach(() => inbox.close())

async function writeMany(folder: string, count: number) {
  for (let n = 0; n < count; n++) await inbox.write(`${folder}/${n}.md`, { title: `Story ${n}` })
}
const remove = async (...names: string[]) => {
  for (const name of names) await rm(inbox.at(name), { recursive: true })
}

describe('pruning', () => {
  test('removes what is not among the paths, with all that only it described', async () => {
    await writeMany('in', 5)
    await writeFile(
      inbox.at('in/lead.md'),
      '---\ntitle: Lead\npublishedDateTime: 2026-10-01\ntopics: [Sea]\nrelated:\n' +
        '  - { title: Piece, webUrl: "https://a.example/piece", topics: [Ice] }\n---\n',
    )
    await inbox.run(['in'])
    await remove('in/lead.md')
    expect(await inbox.run(['in'])).toMatchObject({ removed: [], unchanged: 5 })
    const dry = await inbox.run(['in'], { prune: true, dryRun: true })
    expect([dry.removed, dry.heldBack]).toEqual([['lead.md'], null])
    expect(await inbox.database.article.count()).toBe(7)
    expect(await inbox.run(['in'], { prune: true })).toMatchObject({ removed: ['lead.md'] })
    const { articles, topics } = await dump(inbox.database)
    expect([articles.length, topics]).toEqual([5, []])
  })

  test.each([
    [5, 1, true],
    [4, 1, false],
    [3, 1, false],
    [100, 20, true],
    [101, 20, true],
    [106, 21, false],
  ])('of %d documents %d without force: %s', async (stored, gone, allowed) => {
    await writeMany('in', stored)
    await inbox.run(['in'])
    for (let n = 0; n < gone; n++) await remove(`in/${n}.md`)
    const report = await inbox.run(['in'], { prune: true })
    expect(report.removed).toHaveLength(allowed ? gone : 0)
    expect(report.heldBack?.names.length ?? 0).toBe(allowed ? 0 : gone)
    expect(await inbox.database.document.count()).toBe(allowed ? stored - gone : stored)
  })

  test('of many says how many, which and what to do, and goes on with force', async () => {
    await writeMany('in', 3)
    await inbox.run(['in'])
    await remove('in/1.md', 'in/2.md')
    const report = await inbox.run(['in'], { prune: true })
    expect(report.heldBack).toEqual({
      names: ['1.md', '2.md'],
      reason:
        '--prune would remove 2 of 3 documents, more than a fifth or more than 20: nothing was ' +
        'removed. Check the paths; if this is meant, use --prune=force',
    })
    const dry = await inbox.run(['in'], { prune: 'force', dryRun: true })
    expect([dry.removed, await inbox.names()]).toEqual([
      ['1.md', '2.md'],
      ['0.md', '1.md', '2.md'],
    ])
    const forced = await inbox.run(['in'], { prune: 'force' })
    expect([forced.removed, forced.heldBack]).toEqual([['1.md', '2.md'], null])
    expect(await inbox.names()).toEqual(['0.md'])
  })

  test('counts what was stored before, so that an empty folder with one new file is not enough', async () => {
    await writeMany('in', 30)
    await inbox.run(['in'])
    await inbox.write('mount/new.md', { title: 'New' })
    expect(await inbox.run(['mount'], { prune: true })).toMatchObject({
      added: ['new.md'],
      removed: [],
      heldBack: { names: { length: 30 } },
    })
  })
})

describe('pruning removes nothing, not even with force,', () => {
  test('when the paths hold no document at all', async () => {
    await writeMany('in', 1)
    await inbox.run(['in'])
    await mkdir(inbox.at('empty'))
    expect(await inbox.run(['empty'], { prune: 'force' })).toMatchObject({ removed: [] })
    expect(await inbox.names()).toEqual(['0.md'])
  })

  test('when not one document could be read, and says so', async () => {
    await writeMany('in', 2)
    await inbox.run(['in'])
    await mkdir(inbox.at('mount'))
    await writeFile(inbox.at('mount/README.md'), '# Where the documents are\n')
    const report = await inbox.run(['mount'], { prune: 'force' })
    expect(report).toMatchObject({
      refused: { length: 1 },
      removed: [],
      heldBack: { reason: 'not one document could be read: nothing was removed' },
    })
    expect(await inbox.names()).toEqual(['0.md', '1.md'])
  })
})

describe('pruning leaves', () => {
  test('the documents of files that are refused now', async () => {
    await writeMany('in', 3)
    await inbox.run(['in'])
    await writeFile(inbox.at('in/1.md'), 'no front matter')
    const report = await inbox.run(['in'], { prune: 'force' })
    expect([report.refused.length, report.removed, await inbox.titles()]).toEqual([
      1,
      [],
      ['Story 0', 'Story 1', 'Story 2'],
    ])
  })

  test('documents of a folder that is a link now', async () => {
    await inbox.write('news/kept.md', { title: 'Kept' })
    await inbox.write('news/2026/eels.md', { title: 'Eels' })
    await inbox.run(['news'])
    await rename(inbox.at('news/2026'), inbox.at('elsewhere'))
    await symlink(inbox.at('elsewhere'), inbox.at('news/2026'))
    expect(await inbox.run(['news'], { prune: 'force' })).toMatchObject({
      unchanged: 2,
      removed: [],
      refused: [],
    })
    expect(await inbox.names()).toEqual(['2026/eels.md', 'kept.md'])
  })

  test('documents that may be behind a link to nothing, or in place of a pipe', async () => {
    await writeMany('news', 6)
    await inbox.write('news/share/eels.md', { title: 'Eels' })
    await inbox.run(['news'])
    await remove('news/share', 'news/0.md', 'news/1.md')
    await symlink(inbox.at('not-mounted'), inbox.at('news/share'))
    await symlink(inbox.at('not-there'), inbox.at('news/0.md'))
    expect(await inbox.run(['news'], { prune: true })).toMatchObject({
      removed: ['1.md'],
      refused: { length: 2 },
    })
    expect(await inbox.names()).toContain('share/eels.md')
  })

  test('documents below a folder without permission', async () => {
    await writeMany('news/closed', 1)
    await writeMany('news/open', 1)
    await inbox.run(['news'])
    await inbox.run(['news/closed'])
    await chmod(inbox.at('news/closed'), 0)
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody', inbox.folder])
    const report = await asOrdinaryUser(() => inbox.run(['news'], { prune: 'force' }))
    await chmod(inbox.at('news/closed'), 0o700)
    expect([report.removed, report.refused.length]).toEqual([[], 1])
    expect(await inbox.names()).toEqual(['closed/0.md', 'open/0.md'])
  })

  test('everything when the import is interrupted', async () => {
    await writeMany('in', 2)
    await inbox.run(['in'])
    await remove('in/1.md')
    await inbox.run(['in'], { prune: 'force', signal: AbortSignal.abort() })
    expect(await inbox.names()).toEqual(['0.md', '1.md'])
  })
})

test('a refused document and one of another folder are told apart', async () => {
  await inbox.write('spring/index.md', { title: 'Spring', webUrl: 'https://a.example/spring' })
  await inbox.run(['spring'])
  await inbox.write('autumn/index.md', { title: 'Autumn', webUrl: 'https://a.example/autumn' })
  await inbox.run(['autumn'])
  await writeFile(inbox.at('autumn/index.md'), 'no front matter')
  await writeFile(inbox.at('autumn/other.md'), documentOf({ title: 'Other' }))
  const report = await inbox.run(['autumn'], { prune: 'force' })
  expect([report.removed, await inbox.titles()]).toEqual([[], ['Autumn', 'Other', 'Spring']])
})
