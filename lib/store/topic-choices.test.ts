import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { withTopic } from '@/lib/feed-filter'
import { countFeed } from './feed'
import { arbitraryFilter, arbitrarySamples } from './test-arbitraries'
import { createTestDatabase } from './test-database'
import { fillStore } from './test-store'
import { listTopicChoices } from './topic-choices'

let database: Database
let close: () => Promise<void>
beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

test('what is promised beside a topic is what a click on it gives', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySamples, arbitraryFilter, async (samples, filter) => {
      await fillStore(database, samples)
      for (const { slug, ...counts } of await listTopicChoices(database, filter)) {
        for (const how of ['and', 'or', 'not'] as const) {
          const clicked = await countFeed(database, withTopic(filter, slug, how))
          expect([slug, how, counts[how]]).toEqual([slug, how, clicked])
        }
      }
    }),
    { numRuns: 40 },
  )
})
