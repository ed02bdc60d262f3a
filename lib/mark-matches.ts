import type { FeedPage } from './article'
import { findHighlights } from './search/highlight'
import { parseSearchQuery } from './search/search-query'

/**
 * A page of found stories, each with the parts of its title and excerpt that
 * the search is about.
 *
 * @param q what was searched for
 */
export function markMatches(page: FeedPage, q: string): FeedPage {
  const query = parseSearchQuery(q)
  const articles = page.articles.map((story) => {
    const title = findHighlights(story.title, query)
    const excerpt = findHighlights(story.excerpt ?? '', query)
    return { ...story, marks: { title, excerpt } }
  })
  return { ...page, articles }
}
