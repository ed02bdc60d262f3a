/** Names for what a mark says, in the reader's language. */
export interface MarkWords {
  /** Of a story that has come since the last visit. */
  isNew: string
  /** Between what came since then and what is older. */
  divider: string
}

interface MarkedFeed {
  /** Holds the stories, and those that are still to come. */
  list: Element
  /** When the last visit ended, in milliseconds since 1970. */
  since: number
  /** Whether the newest story comes first: then a divider says it all. */
  isLatest: boolean
  words: MarkWords
}

/**
 * Marks the stories of a feed that have come since the reader's last visit, by
 * attributes that styles show in room which is there anyway: nothing moves.
 *
 * @returns a function that ends this
 */
export function markNew(feed: MarkedFeed): () => void {
  const mark = feed.isLatest ? dividerOf(feed) : newMarkOf(feed)
  for (const story of feed.list.querySelectorAll('li[data-id]')) mark(story)
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) for (const story of storiesIn(node)) mark(story)
    }
  })
  observer.observe(feed.list, { childList: true, subtree: true })
  return () => observer.disconnect()
}

function storiesIn(node: Node): Element[] {
  if (!(node instanceof Element)) return []
  if (node.matches('li[data-id]')) return [node]
  return [...node.querySelectorAll('li[data-id]')]
}

function newMarkOf({ since, words }: MarkedFeed) {
  return (story: Element) => {
    if (timeOf(story) > since) story.setAttribute('data-new', words.isNew)
  }
}

/** Looks at stories from the newest on and marks the first one that is older than the last visit. */
function dividerOf({ since, words }: MarkedFeed) {
  let hasNew = false
  let isSet = false
  return (story: Element) => {
    if (isSet) return
    const isNew = timeOf(story) > since
    isSet = hasNew && !isNew
    hasNew ||= isNew
    if (isSet) story.setAttribute('data-since', words.divider)
  }
}

/** When a story was published, in milliseconds since 1970; before everything where it is not said. */
function timeOf(story: Element): number {
  return Date.parse(story.querySelector('time')?.dateTime ?? '') || 0
}
