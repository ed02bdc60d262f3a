import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import type { FeedFilter } from '@/lib/feed-filter'
import { visibleSql } from './visible'

/** The id of topics that readers do not know: nothing is filed under it. */
export const NO_TOPIC = -1

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
 * The topics that a filter names. One that readers do not know is a topic
 * without stories: it adds none to a feed and takes none away, so that the feed
 * of what somebody follows outlasts a topic of it.
 *
 * @returns a row for each slug, the rarest topic first
 */
export async function findTopics(
  database: Database,
  { any, all, none }: Pick<FeedFilter, 'any' | 'all' | 'none'>,
): Promise<TopicRow[]> {
  const slugs = [...any, ...all, ...none]
  const topics = await listVisibleTopics(database, slugs)
  const known = new Set(topics.map(({ slug }) => slug))
  const unknown = slugs.filter((slug) => !known.has(slug))
  return [
    ...unknown.map((slug) => ({ id: NO_TOPIC, slug, name: slug, articleCount: 0 })),
    ...topics,
  ]
}

async function listIdsWithDocuments(database: Database, ids: number[]): Promise<Set<number>> {
  const rows = await database.$all<{ id: number }>(Prisma.sql`
    SELECT t."id" FROM "Topic" t
    WHERE t."id" IN (${Prisma.join(ids)}) AND EXISTS (
      SELECT 1 FROM "ArticleTopic" f
      JOIN "Article" a ON a."id" = f."articleId"
      WHERE f."topicId" = t."id" AND ${Prisma.raw(visibleSql('a'))} AND a."hasDocument")`)
  return new Set(rows.map(({ id }) => id))
}
