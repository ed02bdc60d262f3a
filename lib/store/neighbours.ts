import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/client'
import { articleHref } from '@/lib/slug'
import { ALL_STORIES } from './feed-set'
import { VISIBLE } from './visible'

/** A link to another story. */
export interface StoryLink {
  id: string
  title: string
  href: string
}

/** The stories above and below an article in the top feed; null at its ends. */
export interface Neighbours {
  previous: StoryLink | null
  next: StoryLink | null
}

interface LinkRow {
  publicId: string
  title: string
}

/** The stories on either side of an article in the top feed, also of one that is told under its lead. */
export async function findNeighbours(database: Database, publicId: string): Promise<Neighbours> {
  const article = await database.article.findFirst({
    where: { publicId, ...VISIBLE },
    select: { id: true, rank: true },
  })
  if (!article) return { previous: null, next: null }
  const [above, below] = await Promise.all([
    database.$all<LinkRow>(Prisma.sql`
      SELECT a."publicId", a."title" FROM "FeedEntry" e JOIN "Article" a ON a."id" = e."articleId"
      WHERE e."topicId" = ${ALL_STORIES}
        AND (e."top", e."articleId") > (${article.rank}, ${article.id})
      ORDER BY e."top" ASC, e."articleId" ASC LIMIT 1`),
    database.$all<LinkRow>(Prisma.sql`
      SELECT a."publicId", a."title" FROM "FeedEntry" e JOIN "Article" a ON a."id" = e."articleId"
      WHERE e."topicId" = ${ALL_STORIES}
        AND (e."top", e."articleId") < (${article.rank}, ${article.id})
      ORDER BY e."top" DESC, e."articleId" DESC LIMIT 1`),
  ])
  return { previous: toLink(above[0]), next: toLink(below[0]) }
}

/** The public ids and paths of the first articles of the top feed. */
export async function listArticleIds(
  database: Database,
  limit: number,
): Promise<{ id: string; href: string }[]> {
  const entries = await database.feedEntry.findMany({
    where: { topicId: ALL_STORIES },
    orderBy: [{ top: 'desc' }, { articleId: 'desc' }],
    take: limit,
    select: { article: { select: { publicId: true, title: true } } },
  })
  return entries.map(({ article: { publicId, title } }) => ({
    id: publicId,
    href: articleHref(title, publicId),
  }))
}

function toLink(row: LinkRow | undefined): StoryLink | null {
  return row
    ? { id: row.publicId, title: row.title, href: articleHref(row.title, row.publicId) }
    : null
}
