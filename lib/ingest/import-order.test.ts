import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportDocuments } from './export-documents'
import { MANIFEST_FILE } from './export-manifest'
import { createTestInbox, type TestInbox } from './test-inbox'

let inbox: TestInbox
beforeEach(async () => {
  inbox = await createTestInbox()
})
afterEach(() => inbox.close())

const version = (title: string, day = '20') => ({
  title,
  publishedDateTime: `2026-10-${day}T09:00:00Z`,
  webUrl: 'https://a.example/weir',
})

describe('of several documents of one article', () => {
  test('the one imported last is shown, whatever its date and name', async () => {
    await inbox.write('before/weir-opens.md', version('Munday', '21'))
    await inbox.write('after/opening.md', version('Monday', '20'))
    await inbox.run(['before'])
    expect((await inbox.run(['after'])).warnings).toEqual([
      'weir-opens.md, opening.md describe the same article: the last is shown, each is exported',
    ])
    expect(await inbox.titles()).toEqual(['Monday'])
    await inbox.run(['before'])
    await inbox.run(['before', 'after'])
    expect(await inbox.titles()).toEqual(['Monday'])
    await inbox.write('before/weir-opens.md', version('Tuesday', '19'))
    await inbox.run(['before', 'after'])
    expect(await inbox.titles()).toEqual(['Tuesday'])
  })

  test('date, then name decide within one import', async () => {
    await inbox.write('in/a.md', version('a', '21'))
    await inbox.write('in/b.md', version('b', '20'))
    await inbox.write('in/c.md', version('c', '21'))
    await inbox.run(['in'])
    expect(await inbox.titles()).toEqual(['c'])
  })

  test('a renamed one is shown at once, and a warning says that the old one can go', async () => {
    await inbox.write('in/weir-opens.md', version('Munday'))
    await inbox.run(['in'])
    await rm(inbox.at('in/weir-opens.md'))
    await inbox.write('in/opening.md', version('Monday'))
    expect((await inbox.run(['in'])).warnings).toEqual([
      'weir-opens.md, opening.md describe the same article: the last is shown, each is exported; ' +
        'the file of weir-opens.md is gone: import the whole folder with --prune to remove it',
    ])
    expect([await inbox.titles(), await inbox.names()]).toEqual([
      ['Monday'],
      ['opening.md', 'weir-opens.md'],
    ])
    await inbox.run(['in'], { prune: 'force' })
    expect([await inbox.titles(), await inbox.names()]).toEqual([['Monday'], ['opening.md']])
  })

  test('an import that was interrupted and the one that completes it are one', async () => {
    await inbox.write('a/z.md', version('newer', '21'))
    await inbox.write('b/y.md', version('older', '20'))
    const stop = new AbortController()
    await inbox.run(['a'], { signal: stop.signal, onProgress: () => stop.abort() })
    await inbox.run(['a', 'b'])
    expect(await inbox.titles()).toEqual(['newer'])
  })
})

describe('an export', () => {
  async function exportTo(folder: string) {
    const report = await exportDocuments(inbox.database, inbox.at(folder))
    expect(report.warnings).toEqual([])
  }

  test('shows the same after it was imported into an empty database, whatever came when', async () => {
    const documents = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('a.md', 'b/a.md', 'b/c.md', 'd.md'),
        article: fc.constantFrom('one', 'two'),
        day: fc.constantFrom('20', '21'),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(documents, { minLength: 1, maxLength: 4 }), async (imports) => {
        const [worked, fresh] = [await createTestInbox(), await createTestInbox()]
        let count = 0
        for (const each of imports) {
          for (const { name, article, day } of each) {
            const webUrl = `https://a.example/${article}`
            await worked.write(`in/${name}`, { ...version(`${count++}`, day), webUrl })
          }
          await worked.run(['in'])
        }
        await exportDocuments(worked.database, worked.at('out'))
        await exportDocuments(worked.database, fresh.at('in'))
        expect(await worked.run(['out'])).toMatchObject({ added: [], updated: [], problems: [] })
        await fresh.run(['in'])
        const [was, is] = [await worked.titles(), await fresh.titles()]
        expect(await fresh.names()).toEqual(await worked.names())
        await Promise.all([worked.close(), fresh.close()])
        expect(is).toEqual(was)
      }),
      { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 10) },
    )
  })

  test('says in a file which was imported last, where dates and names do not', async () => {
    await inbox.write('in/a.md', version('a', '20'))
    await inbox.write('in/b.md', version('b', '21'))
    await inbox.run(['in'])
    await exportTo('out')
    expect(existsSync(inbox.at(`out/${MANIFEST_FILE}`))).toBe(false)
    await inbox.write('in/a.md', version('A', '20'))
    await inbox.run(['in'])
    await exportTo('out')
    const order = await readFile(inbox.at(`out/${MANIFEST_FILE}`), 'utf8')
    expect(JSON.parse(order)).toEqual({ names: {}, order: ['b.md', 'a.md'] })
    await inbox.run(['in/b.md'], { prune: 'force' })
    await exportTo('out')
    expect(existsSync(inbox.at(`out/${MANIFEST_FILE}`))).toBe(false)
  })

  test('a document that is added to it later counts as imported last', async () => {
    await inbox.write(`in/a.md`, version('a', '20'))
    await inbox.write(`in/b.md`, version('b', '22'))
    await inbox.write(`in/c.md`, version('c', '19'))
    await writeFile(inbox.at(`in/${MANIFEST_FILE}`), '{"order": ["b.md", "a.md"]}')
    await inbox.run(['in'])
    expect(await inbox.titles()).toEqual(['c'])
  })

  test('a manifest that cannot be read is ignored, and a warning says so', async () => {
    await inbox.write(`in/a.md`, version('a'))
    await writeFile(inbox.at(`in/${MANIFEST_FILE}`), '{"order": 1}')
    expect(await inbox.run(['in'])).toMatchObject({
      added: ['a.md'],
      warnings: [`${inbox.at(`in/${MANIFEST_FILE}`)}: found no manifest of an export: ignored`],
    })
  })
})
