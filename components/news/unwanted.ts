import { readSettings } from '@/components/settings/settings-store'
import type { ArticleSummary } from '@/lib/article'
import { HIDDEN_KEY, parseHidden } from '@/lib/reader/hidden-before-paint'
import { createMuteFinder } from '@/lib/reader/mutes'

/** Makes the function that says whether a reader has hidden a story, or muted what it is about. */
export function createUnwantedFinder(): (story: ArticleSummary) => boolean {
  const reasonToMute = createMuteFinder(readSettings())
  const hidden = new Set(parseHidden(readHidden()))
  return ({ id, topics, provider, title, excerpt }) => {
    if (hidden.has(id)) return true
    const text = () => `${title}\n${excerpt ?? ''}`
    const slugs = topics.map(({ slug }) => slug)
    return reasonToMute({ topics: slugs, source: provider?.domain ?? '', text }) !== null
  }
}

function readHidden(): string | null {
  try {
    return localStorage.getItem(HIDDEN_KEY)
  } catch {
    return null
  }
}
