import type { FeedPage } from '@/lib/article'
import { countNew, type News } from './count-new'
import { followContent } from './follow-content'
import { runLater } from './run-later'
import { createUnwantedFinder } from './unwanted'

/** So many stories from the feed's top are looked at. */
const LOOKED_AT = 20

/**
 * When a feed is looked at after its content has changed, in milliseconds: once every server has
 * noticed, which takes a second, and not by all readers at the same moment.
 */
const LOOK_AFTER = { least: 1_500, most: 6_000 }

/** When it is looked at again after that has failed, in milliseconds. */
const AGAIN = 60_000

interface WatchedFeed {
  /** Canonical query of the feed, as the API takes it. */
  query: string
  /** The content's version that the page was made from. */
  version: number
  /** Holds the stories that the reader has. */
  list: Element
}

/**
 * Tells what has come in above a reader's stories, whenever the content has
 * changed. A feed that is out of sight is looked at when the reader is back.
 *
 * @returns a function that ends this
 */
export function watchFeed(feed: WatchedFeed, onNews: (news: News) => void): () => void {
  const { signal, abort } = stoppable()
  const look = async () => {
    if (document.visibilityState === 'hidden') {
      const back = () => later.ask(0)
      document.addEventListener('visibilitychange', back, { once: true, signal })
      return
    }
    try {
      const { articles, nextCursor } = await fetchTop(feed.query, signal)
      const known = knownIds(feed.list)
      const isUnwanted = createUnwantedFinder()
      const shown = articles.filter((story) => known.has(story.id) || !isUnwanted(story))
      const ids = shown.map(({ id }) => id)
      onNews(countNew(ids, nextCursor !== null, known))
    } catch {
      return AGAIN
    }
  }
  const later = runLater(look, () => between(LOOK_AFTER))
  const unfollow = followContent((version) => {
    if (version !== feed.version) later.ask()
  })
  return () => {
    unfollow()
    later.stop()
    abort()
  }
}

/** The ids of the stories in a list, whole or shortened, hidden ones as well. */
function knownIds(list: Element): Set<string> {
  const items = [...list.querySelectorAll('li[data-id]')]
  return new Set(items.map((item) => item.getAttribute('data-id') ?? ''))
}

async function fetchTop(query: string, signal: AbortSignal): Promise<FeedPage> {
  const parameters = new URLSearchParams(query)
  parameters.set('limit', String(LOOKED_AT))
  // Not from what is kept for reading offline, which is old.
  const response = await fetch(`/api/articles?${parameters}`, { signal, cache: 'no-cache' })
  if (!response.ok) throw new Error(`The feed answered ${response.status}`)
  return (await response.json()) as FeedPage
}

function between({ least, most }: { least: number; most: number }): number {
  return least + Math.random() * (most - least)
}

function stoppable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
