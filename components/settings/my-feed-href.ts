import { feedHref } from '@/lib/feed-url'
import { myFeed } from '@/lib/reader/my-feed'
import type { Settings } from '@/lib/reader/settings'
import { withoutFormerTopics } from './without-former-topics'

/** Path of a reader's own feed, without a locale; null where it has none. */
export async function myFeedHref(settings: Settings): Promise<string | null> {
  const feed = myFeed(await withoutFormerTopics(settings))
  return feed && feedHref(feed.filter)
}
