import { feedHref } from '@/lib/feed-url'
import { myFeed } from '@/lib/reader/my-feed'
import type { Settings } from '@/lib/reader/settings'

/** Path of a reader's own feed, without a locale; null where it has none. */
export function myFeedHref(settings: Settings): string | null {
  const feed = myFeed(settings)
  return feed && feedHref(feed.filter)
}
