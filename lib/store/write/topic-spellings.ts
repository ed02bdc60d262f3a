import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { chunksOf } from './chunks'

/** Spelling of a topic by one article. */
export interface Spelling {
  topicId: number
  name: string
}

/** Listed articles by which a spelling is used more often, or less. */
export interface SpellingChange extends Spelling {
  by: number
}

/** Rows of one statement. */
const CHUNK = 2_000

/** Adds to the counts of spellings. */
export async function changeSpellings(tx: Transaction, changes: SpellingChange[]): Promise<void> {
  const sums = new Map<string, SpellingChange>()
  for (const { topicId, name, by } of changes) {
    const key = `${topicId} ${name}`
    sums.set(key, { topicId, name, by: (sums.get(key)?.by ?? 0) + by })
  }
  const rows = [...sums.values()].filter(({ by }) => by !== 0)
  for (const chunk of chunksOf(rows, CHUNK)) {
    const values = chunk.map(({ topicId, name, by }) => Prisma.sql`(${topicId}, ${name}, ${by})`)
    await tx.$executeRaw`
      INSERT INTO "TopicSpelling" ("topicId", "name", "articleCount")
      VALUES ${Prisma.join(values)}
      ON CONFLICT ("topicId", "name")
      DO UPDATE SET "articleCount" = "TopicSpelling"."articleCount" + excluded."articleCount"`
  }
  const topicIds = [...new Set(rows.flatMap(({ topicId, by }) => (by < 0 ? topicId : [])))]
  if (topicIds.length > 0) {
    await tx.topicSpelling.deleteMany({ where: { topicId: { in: topicIds }, articleCount: 0 } })
  }
}

/** Counts the spellings of all topics again. Reads every topic of every listed article. */
export async function recountSpellings(tx: Transaction): Promise<void> {
  await tx.topicSpelling.deleteMany()
  await tx.$executeRaw`
    INSERT INTO "TopicSpelling" ("topicId", "name", "articleCount")
    SELECT f."topicId", f."name", COUNT(*)
    FROM "ArticleTopic" f JOIN "Article" a ON a."id" = f."articleId"
    WHERE a."listed" GROUP BY f."topicId", f."name"`
}

/**
 * Chooses the name of a topic among its spellings: the most common one, the
 * first in code-unit order among equals.
 *
 * @param spellings of one topic
 * @returns empty without any
 */
export function mostCommonName(
  spellings: readonly { name: string; articleCount: number }[],
): string {
  const [first] = spellings.toSorted(
    (a, b) => b.articleCount - a.articleCount || (a.name < b.name ? -1 : 1),
  )
  return first?.name ?? ''
}
