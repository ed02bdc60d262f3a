import type { Settings } from './settings'

/** What of a story can be a reason to mute it. */
export interface MutableStory {
  /** Slugs. */
  topics: readonly string[]
  /** The source's domain; empty where it is not known. */
  source: string
  /** Headline and excerpt, as a list shows them; asked for only where words are muted. */
  text: () => string
}

/** Why a story is muted. */
export type MuteReason = 'topic' | 'source' | 'word'

/**
 * Makes the function that says why a story is muted, or null. A source's
 * subdomains are muted with it. Words are found whole and side by side, whatever
 * their case, accents and the signs between them; in scripts without spaces, in
 * any place.
 *
 * The source of this function is part of every page's HTML
 * (components/before-paint/before-paint.tsx), so its body names nothing outside of it.
 */
export function createMuteFinder({
  mutedTopics = [],
  mutedSources = [],
  mutedWords = [],
}: Partial<Settings>): (story: MutableStory) => MuteReason | null {
  const unspaced =
    /^ [\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u
  const fold = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      // Marks that make another letter stay, as those of kana.
      .replace(/(?![\u3099\u309a])\p{sc=Inherited}|\u0640/gu, '')
      .replaceAll('ß', 'ss')
      .normalize('NFKC')
  // A space on each side of every word, so that one search for a text finds whole words.
  const wordsOf = (text: string) =>
    ` ${(fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `
  const phrases = mutedWords
    .map(wordsOf)
    .filter((words) => words.trim() !== '')
    .map((words) => (unspaced.test(words) ? words.trim() : words))
  return ({ topics, source, text }) => {
    if (topics.some((topic) => mutedTopics.includes(topic))) return 'topic'
    if (mutedSources.some((muted) => source === muted || source.endsWith(`.${muted}`))) {
      return 'source'
    }
    if (phrases.length === 0) return null
    const words = wordsOf(text())
    return phrases.some((phrase) => words.includes(phrase)) ? 'word' : null
  }
}
