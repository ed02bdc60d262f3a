import type { FeedPage } from '@/lib/article'
import type { Known } from './make-request'

/** Topics and articles that a server has. */
export async function readKnown(port: number): Promise<Known> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/articles?limit=50`)
  const { articles } = (await answer.json()) as FeedPage
  const topics = new Set(articles.flatMap((each) => each.topics.map(({ slug }) => slug)))
  return { topics: [...topics], articles }
}
