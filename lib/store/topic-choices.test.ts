import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { DEFAULT_FILTER, type FeedFilter, normaliseFilter, withTopic } from '@/lib/feed-filter'
import { countFeed, listFeed } from './feed'
import { arbitraryFilter, arbitrarySamples } from './test-arbitraries'
import { createTestDatabase } from './test-database'
import { fillStore } from './test-store'
import { listTopicChoices } from './topic-choices'

let database: Database
let close: () => Promise<void>
beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

/** Few enough samples for all of a feed's stories to stand on one page. */
async function storiesOf(filter: FeedFilter): Promise<number> {
  return (await listFeed(database, filter, { limit: 100 })).articles.length
}

function namedBy({ any, all, none }: FeedFilter): number {
  return any.length + all.length + none.length
}

describe('the number beside a choice', () => {
  test('is how many stories a press on it gives, and how many the next page tells', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySamples, arbitraryFilter, async (samples, filter) => {
        await fillStore(database, samples)
        for (const { slug, ...counts } of await listTopicChoices(database, filter)) {
          for (const how of ['and', 'or', 'not'] as const) {
            const pressed = withTopic(filter, slug, how)
            expect([slug, how, await countFeed(database, pressed)]).toEqual([
              slug,
              how,
              counts[how],
            ])
            if (counts[how] === null) continue
            expect([slug, how, await storiesOf(pressed)]).toEqual([slug, how, counts[how]])
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('is there for every feed of at most two topics that looks back without end', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySamples, arbitraryFilter, async (samples, filter) => {
        await fillStore(database, samples)
        const endless = normaliseFilter({ ...filter, window: 'all' })
        if (namedBy(endless) <= 2) expect(await countFeed(database, endless)).not.toBeNull()
      }),
      { numRuns: 40 },
    )
  })

  test('is 0 for a topic that shares no story with a chosen one, however many are chosen', async () => {
    await fillStore(database, [
      { age: 1, topics: [0, 1] },
      { age: 2, topics: [2] },
      { age: 3, topics: [0, 3] },
    ])
    const both = { ...DEFAULT_FILTER, all: ['topic-0', 'topic-1'] }
    const either = { ...DEFAULT_FILTER, any: ['topic-0', 'topic-1'] }
    for (const [filter, slug, and] of [
      [both, 'topic-2', 0],
      [both, 'topic-3', 0],
      [either, 'topic-2', 0],
      [either, 'topic-3', null],
    ] as const) {
      const choices = await listTopicChoices(database, filter)
      expect(choices.find((choice) => choice.slug === slug)).toMatchObject({ and, or: null })
    }
  })
})
