import type { News } from './count-new'
import { markNew, type MarkWords } from './mark-new'
import { lastVisit } from './visit'
import { watchFeed } from './watch-feed'
import './new-stories.css'

interface ShownFeed {
  /** Canonical query of the feed, as the API takes it. */
  query: string
  /** The content's version that the page was made from. */
  version: number
  /** Holds the stories that the reader has. */
  list: Element
  words: MarkWords
}

/**
 * Marks what has come to a feed since the reader's last visit, and tells what
 * comes from now on.
 *
 * @param onNews told of the stories to be shown; null while there are none
 * @returns a function that ends this
 */
export function startNews(feed: ShownFeed, onNews: (news: News | null) => void): () => void {
  const since = lastVisit()
  const isLatest = new URLSearchParams(feed.query).get('sort') === 'latest'
  const unmark = since === null ? undefined : markNew({ ...feed, since, isLatest })
  const unwatch = watchFeed(feed, (news) => onNews(news.count > 0 ? news : null))
  return () => {
    unmark?.()
    unwatch()
  }
}
