import type { Transaction } from '@/lib/db/client'
import { ALL_STORIES } from '@/lib/store/feed-set'
import { STORY_COUNT_KEY } from '@/lib/store/kept-counts'
import { upsertMeta } from './meta'
import { recountSpellings } from './topic-spellings'

/**
 * Counts everything anew that is otherwise kept as articles move: stories,
 * topics, pairs of topics and their spellings. Reads every entry of every feed.
 */
export async function recount(tx: Transaction): Promise<void> {
  const stories = await tx.feedEntry.count({ where: { topicId: ALL_STORIES } })
  await upsertMeta(tx, STORY_COUNT_KEY, String(stories))
  await tx.$executeRaw`
    UPDATE "Topic" SET "articleCount" = (
      SELECT COUNT(*) FROM "FeedEntry" WHERE "topicId" = "Topic"."id")`
  await tx.topicPair.deleteMany()
  await tx.$executeRaw`
    INSERT INTO "TopicPair" ("topicId", "otherId", "articleCount")
    SELECT a."topicId", b."topicId", COUNT(*)
    FROM "FeedEntry" a
    JOIN "FeedEntry" b ON b."articleId" = a."articleId" AND b."topicId" > a."topicId"
    WHERE a."topicId" > ${ALL_STORIES}
    GROUP BY a."topicId", b."topicId"`
  await recountSpellings(tx)
}
