import type { Database } from '@/lib/db/client'
import { rankOf, type RankInput } from '@/lib/rank'
import { indexArticles } from './search/index-articles'
import { blendKeys } from './write/derive'
import { recount } from './write/recount'
import { writeTransaction } from './write/transaction'

/** A story to test with; what is left out is ordinary. */
export interface Sample {
  /** Hours before the newest moment of the tests. */
  age: number
  quality?: number | null
  heat?: number | null
  topics?: number[]
  published?: boolean
  hasDocument?: boolean
  /** Samples, by their place in the list, told under this one. */
  related?: number[]
}

/** When the newest story of a test is published. */
export const NEWEST = Date.UTC(2026, 10, 22, 12)
export const SECRET = 'Q0lQSEVSVEVYVA==;AAAAAAAAAAAAAAAAAAAAAA=='

/** True for a sample that feeds show: it leads its story, or no visible leader tells it. */
export function isListed(samples: Sample[], index: number): boolean {
  const sample = samples[index]
  if (!sample || !isPage(sample)) return false
  if ((sample.heat ?? 0) >= 0) return true
  return !samples.some(
    (lead, other) =>
      other !== index && isPage(lead) && (lead.heat ?? 0) >= 0 && lead.related?.includes(index),
  )
}

function isPage(sample: Sample): boolean {
  return sample.published !== false && sample.hasDocument !== false
}

/** Replaces all content by the samples: sample n has row id n + 1, topic t the slug `topic-t` and row id t + 1. */
export async function fillStore(database: Database, samples: Sample[]): Promise<void> {
  await database.article.deleteMany()
  await database.topic.deleteMany()
  await database.provider.deleteMany()
  const topicCount = 1 + Math.max(-1, ...samples.flatMap((sample) => sample.topics ?? []))
  const listed = samples.map((_, index) => isListed(samples, index))
  await database.provider.createMany({
    data: [1, 2, 3].map((id) => ({ id, name: `Provider ${id}`, domain: `p${id}.example` })),
  })
  await database.topic.createMany({
    data: Array.from({ length: topicCount }, (_, topic) => ({
      id: topic + 1,
      slug: `topic-${topic}`,
      name: `Topic ${topic}`,
    })),
  })
  await database.article.createMany({
    data: samples.map((sample, n) => articleRow(samples, sample, n)),
  })
  await database.articleTopic.createMany({
    data: samples.flatMap((sample, n) =>
      (sample.topics ?? []).map((topic, position) => ({
        articleId: n + 1,
        topicId: topic + 1,
        position,
        name: `Topic ${topic}`,
      })),
    ),
  })
  await database.related.createMany({
    data: samples.flatMap((sample, n) =>
      (sample.related ?? []).map((piece, position) => ({
        leadId: n + 1,
        pieceId: piece + 1,
        position,
      })),
    ),
  })
  await database.document.createMany({
    data: samples.flatMap((sample, n) =>
      sample.hasDocument === false
        ? []
        : [{ name: `${n}.md`, articleId: n + 1, hash: 'x', source: `secured: ${SECRET}` }],
    ),
  })
  await database.feedEntry.createMany({
    data: samples.flatMap((sample, n) => (listed[n] ? entryRows(samples, sample, n) : [])),
  })
  await writeTransaction(database, async (tx) => {
    await recount(tx)
    await indexArticles(
      tx,
      samples.map((_, n) => n + 1),
    )
  })
}

function articleRow(samples: Sample[], sample: Sample, index: number) {
  const publishedAt = new Date(NEWEST - sample.age * 3_600_000)
  const visible = (sample.related ?? []).filter(
    (n) => samples[n]?.published !== false && n !== index,
  )
  const hidden = sample.published === false
  return {
    id: index + 1,
    publicId: `story${String(index).padStart(5, '0')}`,
    canonicalUrl: `https://p.example/${index}`,
    title: hidden ? `Unpublished ${index}` : `Story ${index}`,
    excerpt: hidden ? 'Unpublished excerpt' : null,
    webUrl: `https://p.example/${index}`,
    publishedAt,
    quality: sample.quality ?? null,
    heat: sample.heat ?? null,
    published: !hidden,
    secured: SECRET,
    hasDocument: sample.hasDocument !== false,
    listed: isListed(samples, index),
    rank: BigInt(rankOf(rankInput(samples, sample, index)).total),
    relatedCount: visible.length,
    providerId: (index % 3) + 1,
  }
}

function entryRows(samples: Sample[], sample: Sample, index: number) {
  const { published } = rankOf(rankInput(samples, sample, index))
  return [0, ...(sample.topics ?? []).map((topic) => topic + 1)].map((topicId) => ({
    topicId,
    articleId: index + 1,
    ...blendKeys(rankInput(samples, sample, index)),
    latest: BigInt(published),
    heat: sample.heat ?? -1_000_000,
    quality: sample.quality ?? -1_000_000,
    day: Math.floor(published / 86_400),
  }))
}

function rankInput(samples: Sample[], sample: Sample, index: number): RankInput {
  const visible = (sample.related ?? []).filter(
    (n) => samples[n]?.published !== false && n !== index,
  )
  const publishedAt = new Date(NEWEST - sample.age * 3_600_000)
  return {
    publishedAt,
    quality: sample.quality ?? null,
    heat: sample.heat ?? null,
    reportedBy: new Set(visible.map((n) => n % 3)).size,
  }
}
