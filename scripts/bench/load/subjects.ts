import type { PieceContent } from '@/lib/document'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { mostCommonName, type Spelling } from '@/lib/store/write/topic-spellings'
import { Ids } from './ids'
import type { AddRow } from './rows'

/** What many articles share: providers and topics, with their counts. */
export class Subjects {
  // A tab stands in no name: `cleanLine` and host names hold none.
  private readonly providers = new Ids()
  private readonly topics = new Ids()
  /** Of the spellings of a topic, the first in code-unit order. */
  private readonly names = new Map<string, string>()
  /** Listed articles by spelling, by topic. */
  private readonly spellings = new Map<number, Map<string, number>>()
  /** Listed articles by feed. */
  private readonly counts = new Map<number, number>()
  /** Listed articles by two topics, the smaller id first. */
  private readonly pairs = new Map<string, number>()

  /** The id of a piece's provider. */
  providerOf({ provider }: PieceContent): number | null {
    return provider && this.providers.of(`${provider.domain}\t${provider.name}`)
  }

  /** The ids of a piece's topics, by slug. */
  topicIdsOf({ topics }: PieceContent): Map<string, number> {
    for (const { slug, name } of topics) {
      const first = this.names.get(slug)
      if (first === undefined || name < first) this.names.set(slug, name)
    }
    return new Map(topics.map(({ slug }) => [slug, this.topics.of(slug)]))
  }

  /** Counts an article in the feeds that list it. */
  count(feeds: number[]): void {
    for (const feed of feeds) increase(this.counts, feed)
    const topics = feeds.filter((feed) => feed !== ALL_STORIES).sort((a, b) => a - b)
    for (const [place, topicId] of topics.entries()) {
      for (const otherId of topics.slice(place + 1)) increase(this.pairs, `${topicId}-${otherId}`)
    }
  }

  /** Counts how a listed article spells its topics. */
  countSpellings(topics: Spelling[]): void {
    for (const { topicId, name } of topics) {
      const names = this.spellings.get(topicId) ?? new Map<string, number>()
      this.spellings.set(topicId, names)
      increase(names, name)
    }
  }

  /** How many articles are listed. */
  get stories(): number {
    return this.counts.get(ALL_STORIES) ?? 0
  }

  /** Rows of every provider, topic and pair of topics. */
  addRows(add: AddRow): void {
    for (const [key, id] of this.providers.entries()) {
      const [domain = '', name = ''] = key.split('\t')
      add('Provider', { id, name, domain })
    }
    for (const [slug, id] of this.topics.entries()) {
      const spellings = [...(this.spellings.get(id) ?? [])].map(([name, articleCount]) => ({
        name,
        articleCount,
      }))
      const name = mostCommonName(spellings) || (this.names.get(slug) ?? slug)
      add('Topic', { id, slug, name, articleCount: this.counts.get(id) ?? 0 })
      for (const row of spellings) add('TopicSpelling', { topicId: id, ...row })
    }
    for (const [pair, articleCount] of this.pairs) {
      const [topicId = 0, otherId = 0] = pair.split('-').map(Number)
      add('TopicPair', { topicId, otherId, articleCount })
    }
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
