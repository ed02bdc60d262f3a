import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { STORY_COUNT_KEY } from '@/lib/store/kept-counts'
import { chunksOf } from './chunks'
import { upsertMeta, findMeta } from './meta'

/** The feeds, by topic id, in which an article stood, and in which it stands now. */
export interface Move {
  from: number[]
  to: number[]
}

interface PairChange {
  topicId: number
  otherId: number
  by: number
}

/** Rows of one statement. */
const CHUNK = 2_000

/** Brings the counts of stories, topics and pairs of topics in line with articles that moved. */
export async function moveCounts(tx: Transaction, moves: Move[]): Promise<void> {
  const topics = new Map<number, number>()
  const pairs = new Map<string, PairChange>()
  for (const { from, to } of moves) {
    addFeeds(topics, pairs, from, -1)
    addFeeds(topics, pairs, to, 1)
  }
  await changeStories(tx, topics.get(ALL_STORIES) ?? 0)
  topics.delete(ALL_STORIES)
  await changeTopics(
    tx,
    [...topics].filter(([, by]) => by !== 0),
  )
  await changePairs(
    tx,
    [...pairs.values()].filter(({ by }) => by !== 0),
  )
}

function addFeeds(
  topics: Map<number, number>,
  pairs: Map<string, PairChange>,
  feeds: number[],
  by: number,
): void {
  for (const topicId of feeds) topics.set(topicId, (topics.get(topicId) ?? 0) + by)
  const filed = feeds.filter((topicId) => topicId !== ALL_STORIES).sort((a, b) => a - b)
  for (const [place, topicId] of filed.entries()) {
    for (const otherId of filed.slice(place + 1)) {
      const key = `${topicId}-${otherId}`
      pairs.set(key, { topicId, otherId, by: (pairs.get(key)?.by ?? 0) + by })
    }
  }
}

async function changeStories(tx: Transaction, by: number): Promise<void> {
  if (by === 0) return
  const count = Number((await findMeta(tx, STORY_COUNT_KEY)) ?? 0)
  await upsertMeta(tx, STORY_COUNT_KEY, String(count + by))
}

async function changeTopics(tx: Transaction, changes: [id: number, by: number][]): Promise<void> {
  for (const chunk of chunksOf(changes, CHUNK)) {
    const values = chunk.map(
      ([id, by]) => Prisma.sql`(CAST(${id} AS INTEGER), CAST(${by} AS INTEGER))`,
    )
    // Unnamed columns of VALUES are column1, column2, … in SQLite and PostgreSQL alike.
    await tx.$executeRaw`
      UPDATE "Topic" SET "articleCount" = "articleCount" + v.column2
      FROM (VALUES ${Prisma.join(values)}) AS v WHERE "id" = v.column1`
  }
}

async function changePairs(tx: Transaction, changes: PairChange[]): Promise<void> {
  for (const chunk of chunksOf(changes, CHUNK)) {
    const values = chunk.map(
      ({ topicId, otherId, by }) => Prisma.sql`(${topicId}, ${otherId}, ${by})`,
    )
    await tx.$executeRaw`
      INSERT INTO "TopicPair" ("topicId", "otherId", "articleCount") VALUES ${Prisma.join(values)}
      ON CONFLICT ("topicId", "otherId")
      DO UPDATE SET "articleCount" = "TopicPair"."articleCount" + excluded."articleCount"`
  }
  for (const chunk of chunksOf(
    changes.filter(({ by }) => by < 0),
    CHUNK,
  )) {
    const values = chunk.map(
      ({ topicId, otherId }) =>
        Prisma.sql`(CAST(${topicId} AS INTEGER), CAST(${otherId} AS INTEGER))`,
    )
    await tx.$executeRaw`
      DELETE FROM "TopicPair"
      WHERE ("topicId", "otherId") IN (VALUES ${Prisma.join(values)}) AND "articleCount" = 0`
  }
}
