import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Database } from '@/lib/db/client'
import { prepareStore } from '@/lib/store/write/meta'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { IncomingDocument } from './gather-subjects'
import { parseDocument } from './parse-document'
import { reconcile } from './reconcile'
import { createTestDatabase } from '@/lib/store/test-database'
import { dump, NOW } from '@/lib/store/write/test-store'

function incoming(name: string, fields: object, importOrder: number): IncomingDocument {
  const source = `---\n${stringify(fields)}---\n`
  const parsed = parseDocument(name, source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return { name, source, hash: source, content: parsed.content, origin: null, importOrder }
}

async function apply(database: Database, put: IncomingDocument[], removed: string[]) {
  await writeTransaction(database, (tx) => reconcile(tx, { put, removed }, NOW))
}

// A small world, so that documents often meet: of one article, of one another's pieces, at one time.
const url = fc.constantFrom(1, 2, 3, 4, 5, 6).map((n) => `https://site.example/${n}`)
const score = fc.constantFrom(null, -1, 0, 40, 90)
const piece = {
  title: fc.constantFrom('Ebb', 'Flow', 'Tide'),
  publishedDateTime: fc.constantFrom('2026-10-01', '2026-10-02', '2026-10-03T10:00:00+02:00'),
  webUrl: url,
  quality: score,
  provider: fc.constantFrom(
    null,
    { name: 'A', domain: 'a.example' },
    { name: 'B', domain: 'b.example' },
  ),
  images: fc.constantFrom(
    null,
    [{ url: '/1.svg' }],
    [{ url: '/1.svg' }, { url: '/2.svg', alt: 'two' }],
  ),
}
const fields = fc.record({
  ...piece,
  heat: score,
  published: fc.constantFrom(true, true, false),
  topics: fc.subarray(['AI', 'ai', 'Sea', 'Law']),
  related: fc.array(fc.record(piece), { maxLength: 4 }),
})
const name = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md')
const step = fc.record({
  put: fc.uniqueArray(fc.tuple(name, fields), { selector: ([key]) => key, maxLength: 3 }),
  removed: fc.subarray(['a.md', 'b.md', 'c.md', 'd.md'], { maxLength: 2 }),
})

/** Few, since each makes two databases; `npm run fuzz` makes more. */
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 25)

describe('what the store holds', () => {
  test(
    'follows from the documents it has in the end and the imports they came with, whatever was before',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 6 }),
          fc.gen(),
          async (steps, g) => {
            const [worked, fresh] = [await createTestDatabase(), await createTestDatabase()]
            const documents = new Map<string, IncomingDocument>()
            await prepareStore(worked.database)
            for (const [number, { put, removed }] of steps.entries()) {
              const putting = put.map(([key, value]) => incoming(key, value, number))
              const removing = removed.filter(
                (key) => !putting.some((document) => document.name === key),
              )
              await apply(worked.database, putting, removing)
              for (const key of removing) documents.delete(key)
              for (const document of putting) documents.set(document.name, document)
            }
            await prepareStore(fresh.database)
            const all = [...documents.values()]
            const shuffled = g(fc.shuffledSubarray<IncomingDocument>, all, {
              minLength: all.length,
            })
            for (const document of shuffled) await apply(fresh.database, [document], [])
            const [was, is] = [await dump(worked.database), await dump(fresh.database)]
            await Promise.all([worked.close(), fresh.close()])
            expect(was).toEqual(is)
          },
        ),
        { numRuns: RUNS },
      )
    },
    RUNS * 20_000,
  )
})
