import type { PieceContent } from '@/lib/document'
import { slugify } from '@/lib/slug'
import { between, pick, type Random } from '@/test/support/random'
import { pickProvider, topicsAt } from './subjects'
import { makeWords, toSentence } from './words'

const HOUR = 3_600_000
const TYPES = [...Array<string>(17).fill('article'), 'video', 'video', 'podcast']

/** What the pieces of one story share. */
export interface Subject {
  /** Milliseconds since 1970. */
  time: number
  /** Words that most of them use. */
  names: string[]
  /** Ranks of topics. */
  topics: number[]
}

/**
 * A piece about a subject, within two hours, without heat.
 *
 * @param id stands at the end of its address
 */
export function makePiece(
  { time, names, topics }: Subject,
  id: string,
  random: Random,
): PieceContent {
  const provider = pickProvider(random)
  const title = mix(makeWords(between(6, 10, random), random), names, random)
  const excerpt = mix(makeWords(between(18, 32, random), random), names, random)
  const url = `https://${provider.domain}/${slugify(title.slice(0, 3).join(' '))}-${id}`
  const wide = random() < 0.5
  return {
    canonicalUrl: url,
    category: 'news',
    title: toSentence(title),
    excerpt: `${toSentence(excerpt)}.`,
    publishedDay: false,
    publishedAt: new Date(Math.floor((time + random() * 2 * HOUR) / 1_000) * 1_000),
    originalUrl: null,
    webUrl: url,
    ampWebUrl: null,
    cdnAmpWebUrl: null,
    type: pick(TYPES, random),
    lang: null,
    quality: random() < 0.03 ? null : qualityOf(random),
    heat: null,
    published: random() < 0.97,
    body: null,
    secured: null,
    extra: null,
    provider,
    images:
      random() < 0.1
        ? []
        : [
            {
              url: `${url}.jpg`,
              width: wide ? 1_200 : 800,
              height: 675,
              isCached: true,
              extra: null,
            },
          ],
    topics: topicsAt(topics),
  }
}

/** Puts some of the names among the words. */
function mix(words: string[], names: string[], random: Random): string[] {
  for (const name of names) if (random() < 0.6) words[between(0, words.length - 1, random)] = name
  return words
}

/** From 0 to 189, 65 most often, above 100 for one in twenty: as portals give it. */
function qualityOf(random: Random): number {
  const bell = random() + random() + random() + random() - 2
  return Math.max(0, Math.min(189, Math.round(65 + bell * 45)))
}
