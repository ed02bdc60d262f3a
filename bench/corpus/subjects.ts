import type { ProviderContent, TopicContent } from '@/lib/document'
import { slugify } from '@/lib/slug'
import { between, createZipf, type Random } from '@/test/support/random'
import { toName, wordOf } from './words'

const TOPICS = 200
const PROVIDERS = 3_000
/** Topics that often stand together. */
const CLUSTERS = 20
/** How often a further topic comes from the first one's cluster. */
const TOGETHER = 0.7
/** Ranks of three topics that a beat of its own always files together, so that any corpus has pages of all three. */
export const BEAT = [40, 60, 80]
/** How often a story is of that beat. */
const OF_BEAT = 0.015
/** Where the words of names begin, so that they are none of the vocabulary's. */
const TOPIC_NAMES = 100_000
const PROVIDER_NAMES = 110_000

/** Every topic, the most common first. */
export const CORPUS_TOPICS: TopicContent[] = Array.from({ length: TOPICS }, (_, rank) => {
  const name = toName([wordOf(TOPIC_NAMES + rank)])
  return { slug: slugify(name), name }
})

const providers: ProviderContent[] = Array.from({ length: PROVIDERS }, (_, rank) => {
  const words = [wordOf(PROVIDER_NAMES + rank), wordOf(PROVIDER_NAMES + PROVIDERS + rank)]
  return { name: toName(words), domain: `${words.join('-')}.example` }
})

const rankOfTopic = createZipf(TOPICS, 1)
const rankOfProvider = createZipf(PROVIDERS, 1)

/** Who publishes a piece: few publish much. */
export function pickProvider(random: Random): ProviderContent {
  const provider = providers[rankOfProvider(random)]
  if (!provider) throw new RangeError('no such provider')
  return provider
}

/** Ranks of one to five topics, the later ones mostly from the first one's cluster. */
export function pickTopicRanks(random: Random): number[] {
  if (random() < OF_BEAT) return BEAT
  const first = rankOfTopic(random)
  const ranks = new Set([first])
  for (let left = howMany(random) - 1; left > 0; left -= 1) {
    const near = (first % CLUSTERS) + CLUSTERS * between(0, TOPICS / CLUSTERS - 1, random)
    ranks.add(random() < TOGETHER ? near : rankOfTopic(random))
  }
  return [...ranks]
}

/** One to five, two or three most often. */
function howMany(random: Random): number {
  const place = random()
  return place < 0.2 ? 1 : place < 0.5 ? 2 : place < 0.8 ? 3 : place < 0.93 ? 4 : 5
}

/** Topics as a document has them, by their ranks. */
export function topicsAt(ranks: number[]): TopicContent[] {
  return ranks.flatMap((rank) => CORPUS_TOPICS[rank] ?? [])
}
