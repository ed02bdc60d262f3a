import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import { UnknownTopicError } from './errors'

/** A topic with the listed articles filed under it counted. */
export interface TopicRow {
  id: number
  slug: string
  name: string
  articleCount: number
}

/**
 * Those of the topics that readers know: a published document is filed under
 * them. Its story may be told under another lead, so that the count is 0.
 *
 * @returns the rarest topic first
 */
export async function listVisibleTopics(
  database: Database,
  slugs: readonly string[],
): Promise<TopicRow[]> {
  if (slugs.length === 0) return []
  const topics = await database.topic.findMany({
    where: { slug: { in: [...slugs] } },
    orderBy: [{ articleCount: 'asc' }, { id: 'asc' }],
  })
  // Asked only for topics without listed articles: it may have to look at all that is filed there.
  const unlisted = topics.flatMap(({ id, articleCount }) => (articleCount === 0 ? id : []))
  if (unlisted.length === 0) return topics
  const visible = await listIdsWithDocuments(database, unlisted)
  return topics.filter(({ id, articleCount }) => articleCount > 0 || visible.has(id))
}

/**
 * {@link listVisibleTopics}, where every topic must be one.
 *
 * @throws UnknownTopicError for the first slug that readers know no topic of
 */
export async function requireTopics(
  database: Database,
  slugs: readonly string[],
): Promise<TopicRow[]> {
  const topics = await listVisibleTopics(database, slugs)
  const unknown = slugs.find((slug) => !topics.some((topic) => topic.slug === slug))
  if (unknown !== undefined) throw new UnknownTopicError(unknown)
  return topics
}

async function listIdsWithDocuments(database: Database, ids: number[]): Promise<Set<number>> {
  const rows = await database.$queryRaw<{ id: number }[]>`
    SELECT t."id" FROM "Topic" t
    WHERE t."id" IN (${Prisma.join(ids)}) AND EXISTS (
      SELECT 1 FROM "ArticleTopic" f
      JOIN "Article" a ON a."id" = f."articleId"
      JOIN "Document" d ON d."articleId" = a."id"
      WHERE f."topicId" = t."id" AND a."published")`
  return new Set(rows.map(({ id }) => id))
}
