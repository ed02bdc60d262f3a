import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Database } from '@/lib/db/client'
import { DEFAULT_FILTER, SORTS } from '@/lib/feed-filter'
import { listFeed } from '@/lib/store/feed'
import { createTestDatabase } from '@/lib/store/test-database'
import { listTopics } from '@/lib/store/topics'
import { prepareStore } from '@/lib/store/write/meta'
import { publishDue } from '@/lib/store/write/publish-due'
import { dump, NOW } from '@/lib/store/write/test-store'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { IncomingDocument } from './gather-subjects'
import { parseDocument } from './parse-document'
import { reconcile } from './reconcile'

const HOUR_MS = 3_600_000

function incoming(name: string, fields: object, importOrder: number): IncomingDocument {
  const source = `---\n${stringify(fields)}---\n`
  const parsed = parseDocument(name, source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return { name, source, hash: source, content: parsed.content, origin: null, importOrder }
}

// A small world in the days around the time of the imports, so that dates are still to come for some of them.
const url = fc.constantFrom(1, 2, 3, 4).map((n) => `https://site.example/${n}`)
const score = fc.constantFrom(null, -1, 40, 90)
const date = fc.constantFrom(
  '2026-10-31',
  '2026-11-01',
  '2026-11-01T15:00:00Z',
  '2026-11-02',
  '2026-11-02T08:00:00+02:00',
  '2026-11-03T20:00:00Z',
  '2026-11-30',
)
const piece = {
  title: fc.constantFrom('Ebb', 'Flow', 'Tide'),
  publishedDateTime: date,
  webUrl: url,
  quality: score,
  provider: fc.constantFrom(null, { name: 'A', domain: 'a.example' }),
}
const fields = fc.record({
  ...piece,
  heat: score,
  published: fc.constantFrom(true, true, false),
  topics: fc.subarray(['Climate', '#Climate', 'CLIMATE', '.NET', 'Net', 'net']),
  related: fc.array(fc.record(piece), { maxLength: 4 }),
})
const name = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'e.md')
/** An import some hours after the last; without documents, only what a running server does. */
const step = fc.record({
  put: fc.uniqueArray(fc.tuple(name, fields), { selector: ([key]) => key, maxLength: 3 }),
  hours: fc.nat(24),
})

/** Few, since each makes two databases; `npm run fuzz` makes more. */
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 15)

async function apply(database: Database, put: IncomingDocument[], now: Date): Promise<void> {
  await publishDue(database, now)
  await writeTransaction(database, (tx) => reconcile(tx, { put, removed: [] }, now))
}

/** Lists every feed. Row ids decide among stories of one key: these are sorted by their addresses here. */
async function feeds(database: Database) {
  const read = SORTS.map(async (sort) => {
    const filter = { ...DEFAULT_FILTER, sort, window: null }
    const { articles } = await listFeed(database, filter, { limit: 100 })
    return [sort, articles.map(({ id, publishedAt }) => `${id} ${publishedAt}`).sort()]
  })
  return Promise.all(read)
}

async function siteOf(database: Database) {
  return {
    store: await dump(database),
    feeds: await feeds(database),
    topics: await listTopics(database),
  }
}

test(
  'a site that grew draft by draft is the one that its documents give when imported at once',
  async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.nat(96),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        async (all, rest, order) => {
          const [grown, rebuilt] = [await createTestDatabase(), await createTestDatabase()]
          await Promise.all([prepareStore(grown.database), prepareStore(rebuilt.database)])
          const documents = new Map<string, IncomingDocument>()
          let now = NOW
          for (const [index, { put, hours }] of all.entries()) {
            now = new Date(now.getTime() + hours * HOUR_MS)
            const arriving = put.map(([key, value]) => incoming(key, value, index))
            if (arriving.length > 0) await apply(grown.database, arriving, now)
            else await publishDue(grown.database, now)
            for (const document of arriving) documents.set(document.name, document)
          }
          now = new Date(now.getTime() + rest * HOUR_MS)
          await publishDue(grown.database, now)
          const shuffled = [...documents.values()]
            .map((document, index) => ({ document, key: order[index] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ document }) => document)
          await apply(rebuilt.database, shuffled, now)
          const [was, is] = [await siteOf(grown.database), await siteOf(rebuilt.database)]
          await Promise.all([grown.close(), rebuilt.close()])
          expect(was).toEqual(is)
          const early = was.store.articles.filter((each) => each.listed && each.publishedAt > now)
          expect(early).toEqual([])
        },
      ),
      { numRuns: RUNS },
    )
  },
  RUNS * 20_000,
)
