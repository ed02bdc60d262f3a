import type { ArticleSummary } from '@/lib/article'
import { type Database } from '@/lib/db/client'
import { feedSql } from './feed-sql'
import { listSummaries } from './summaries'

/**
 * The best other stories from an article's topics, without those that its own
 * page already shows as related.
 *
 * @param limit how many at most
 */
export async function listMoreFromTopics(
  database: Database,
  publicId: string,
  limit: number,
): Promise<ArticleSummary[]> {
  const article = await database.article.findUnique({
    where: { publicId },
    select: {
      id: true,
      topics: { select: { topicId: true } },
      related: { select: { pieceId: true } },
    },
  })
  const any = article?.topics.map(({ topicId }) => topicId) ?? []
  if (!article || any.length === 0) return []
  const shown = new Set([article.id, ...article.related.map(({ pieceId }) => pieceId)])
  const set = { any, all: [], none: [], window: null }
  const query = { set, sort: 'top', after: null, limit: limit + shown.size } as const
  const rows = await database.$all<{ id: number | bigint }>(feedSql(database.$provider(), query))
  const others = rows.map(({ id }) => Number(id)).filter((id) => !shown.has(id))
  return listSummaries(database, others.slice(0, limit))
}
