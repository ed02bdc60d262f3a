import fc from 'fast-check'
import { SORTS, WINDOWS, normaliseFilter, soleTopic } from '@/lib/feed-filter'
import type { Sample } from './test-store'

const TOPICS = 4
/** A topic that none of the samples has. */
const UNKNOWN = `topic-${TOPICS}`
const arbitrarySample: fc.Arbitrary<Sample> = fc.record({
  age: fc.integer({ min: 0, max: 1_000 }),
  quality: fc.option(fc.integer({ min: -20, max: 190 })),
  heat: fc.option(fc.integer({ min: -1, max: 190 })),
  topics: fc.uniqueArray(fc.nat(TOPICS - 1)),
  published: fc.boolean(),
  hasDocument: fc.boolean(),
  related: fc.uniqueArray(fc.nat(30), { maxLength: 5 }),
})
/** Stores in which every topic exists and relations point at samples. */
export const arbitrarySamples = fc
  .array(arbitrarySample, { minLength: 1, maxLength: 30 })
  .map((samples) => [
    { age: 500, quality: 60, heat: 60, topics: [0, 1, 2, 3] },
    ...samples.map((sample) => ({
      ...sample,
      related: sample.related?.filter((n) => n <= samples.length),
    })),
  ])
/** Filters of those topics in all their combinations, also with one that nobody knows. */
export const arbitraryFilter = fc
  .record({
    sort: fc.constantFrom(...SORTS),
    window: fc.constantFrom(...WINDOWS),
    groups: fc.array(fc.constantFrom('any', 'all', 'none', 'free'), {
      minLength: TOPICS + 1,
      maxLength: TOPICS + 1,
    }),
  })
  .map(({ sort, window, groups }) => {
    const slugs = (group: string) =>
      groups.flatMap((name, topic) => (name === group ? [`topic-${topic}`] : []))
    return normaliseFilter({
      q: '',
      sort,
      window,
      any: slugs('any'),
      all: slugs('all'),
      none: slugs('none'),
    })
  })
  // By itself it has no feed.
  .filter((filter) => soleTopic(filter) !== UNKNOWN)
