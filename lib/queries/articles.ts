import 'server-only'
import type { ArticleDetail, ArticleSummary } from '@/lib/article'
import type { Standing } from '@/lib/explain-place'
import type { FeedFilter } from '@/lib/feed-filter'
import { findArticle } from '@/lib/store/articles'
import { listMoreFromTopics } from '@/lib/store/more-from-topics'
import { findNeighbours, listArticleIds, type Neighbours } from '@/lib/store/neighbours'
import { readFrom } from '@/lib/store/read'
import { findStanding } from '@/lib/store/standing'
import { livesWithContent } from './content'

/** How many articles are made into pages before anyone asks for them. */
const PRERENDERED = 50
const MORE = 5

/** An article with all that its page shows, or null when readers know none of that public id. */
export async function getArticle(publicId: string): Promise<ArticleDetail | null> {
  'use cache'
  livesWithContent()
  return readFrom((database) => findArticle(database, publicId))
}

/** What an article's place in a feed follows from, or null when readers know none of that public id. */
export async function getStanding(publicId: string, filter: FeedFilter): Promise<Standing | null> {
  'use cache'
  livesWithContent()
  return readFrom((database) => findStanding(database, publicId, filter))
}

/** The stories above and below an article in the top feed. */
export async function getNeighbours(publicId: string): Promise<Neighbours> {
  'use cache'
  livesWithContent()
  return readFrom((database) => findNeighbours(database, publicId))
}

/** The best other stories from an article's topics. */
export async function getMoreFromTopics(publicId: string): Promise<ArticleSummary[]> {
  'use cache'
  livesWithContent()
  return readFrom((database) => listMoreFromTopics(database, publicId, MORE))
}

/** The public ids and paths of the first articles of the top feed. */
export async function listPrerenderedArticles(): Promise<{ id: string; href: string }[]> {
  'use cache'
  livesWithContent()
  return readFrom((database) => listArticleIds(database, PRERENDERED))
}
