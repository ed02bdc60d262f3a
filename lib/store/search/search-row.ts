import { sourceSlug, typeSlug } from '@/lib/search/facets'
import { BREAK, indexedWords } from '@/lib/search/indexed-words'
import { EVERY_ARTICLE, MARKS, MAX_PAIRED, UNPAIRED, pairWord } from './index-words'

/** So many words of a body are searched: PostgreSQL keeps no more than 255 places of one word. */
const BODY_WORDS = 2_000
/** Characters of a body that surely hold so many words of ordinary length. */
const BODY_CHARACTERS = BODY_WORDS * 16
/** The last place of a word that PostgreSQL knows. */
const LAST_PLACE = 16_383

/** What an article is found by. */
export interface SearchSource {
  title: string
  excerpt: string | null
  body: string | null
  type: string
  provider: { name: string; domain: string } | null
  /** Names as the article's document spells them. */
  topics: { slug: string; name: string }[]
  /** Titles of the related pieces that readers see. */
  related: string[]
}

/** The words of an article in the search index. */
export interface SearchRow {
  title: string[]
  /** What else it is found by, and marked words for what it can be filtered by. */
  text: string[]
}

/** The words of an article as the index holds them, in either database. */
export function searchRow(source: SearchSource): SearchRow {
  const { title, excerpt, body, provider, topics, related } = source
  const parts = [
    indexedWords(excerpt ?? ''),
    indexedWords(provider?.name ?? ''),
    ...topics.map(({ name }) => indexedWords(name)),
    ...related.map((title) => indexedWords(title)),
    indexedWords((body ?? '').slice(0, BODY_CHARACTERS), BODY_WORDS),
  ].filter((part) => part.length > 0)
  return {
    title: indexedWords(title),
    text: [...facets(source), ...parts.flatMap((part) => [BREAK, ...part])],
  }
}

function facets({ type, provider, topics }: SearchSource): string[] {
  const kind = typeSlug(type)
  return [
    EVERY_ARTICLE,
    ...topics.map(({ slug }) => MARKS.topic + slug),
    ...pairsOf(topics.map(({ slug }) => slug)),
    ...(provider ? sourcesOf(provider) : []).map((source) => MARKS.source + source),
    ...(kind ? [MARKS.type + kind] : []),
  ]
}

function pairsOf(slugs: string[]): string[] {
  if (slugs.length > MAX_PAIRED) return [UNPAIRED]
  const sorted = slugs.toSorted()
  return sorted.flatMap((slug, at) =>
    sorted.slice(at + 1).map((other) => `${MARKS.topicPair}${slug}/${other}`),
  )
}

/** A provider's name, its domain, and the domains that this one is under: news.example.com is in example.com. */
function sourcesOf({ name, domain }: { name: string; domain: string }): string[] {
  const labels = sourceSlug(domain).split('.')
  const domains = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
  return [...new Set([sourceSlug(name), ...domains])].filter((source) => source !== '')
}

/** A row as the text of a tsvector: each word with its places, the title's before the rest. */
export function toVector({ title, text }: SearchRow): string {
  const places = new Map<string, number[]>()
  const add = (word: string, place: number) => {
    const known = places.get(word)
    if (known) known.push(place)
    else places.set(word, [place])
  }
  const all = [...title, BREAK, ...text]
  for (const [at, word] of all.entries()) {
    if (word === BREAK || at >= LAST_PLACE) continue
    add(word, at + 1)
    if (at < title.length) add(MARKS.title + word, at + 1)
    const next = all[at + 1]
    if (next !== undefined && next !== BREAK && !isMarked(word)) add(pairWord(word, next), 0)
  }
  return [...places].map(([word, at]) => lexeme(word, at)).join(' ')
}

function lexeme(word: string, places: number[]): string {
  const literal = `'${word.replace(/['\\]/g, '$&$&')}'`
  return isMarked(word) || places[0] === 0 ? literal : `${literal}:${places.join()}`
}

/** Marked words are looked up by themselves, except the title's. */
function isMarked(word: string): boolean {
  return word >= EVERY_ARTICLE && word < MARKS.title
}
