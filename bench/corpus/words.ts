import { createZipf, type Random } from '@/test/support/random'

const CONSONANTS = [...'bdfgklmnprstvz']
const VOWELS = [...'aeiou']
const SYLLABLES = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel))
const ENDINGS = ['', 'n', 'r', 's']

/** So many different words stand in titles and excerpts. */
const VOCABULARY = 60_000
/** Makes the most common word stand in some 30 of 100 articles; in English it would be in all. */
const SHIFT = 10

/** Coprime to the number of three-syllable words, so that each rank has a word of its own. */
const STEP = 104_729

/** A pronounceable word, the same for the same number and different for different ones below 274,625. */
export function wordOf(number: number): string {
  const count = SYLLABLES.length
  const place = (number * STEP) % count ** 3
  const syllables = [
    place % count,
    Math.floor(place / count) % count,
    Math.floor(place / count ** 2),
  ]
  const ending = ENDINGS[number % ENDINGS.length] ?? ''
  return syllables.map((index) => SYLLABLES[index]).join('') + ending
}

const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank))
const rankOfWord = createZipf(VOCABULARY, SHIFT)

/** Stands in some 30 of 100 articles. */
export const COMMON_WORD = wordOf(0)
/** Pairs of common words, one for each size of the corpus, that meet only where the corpus puts them. */
const RARE_PHRASES: readonly (readonly [string, string])[] = [
  [wordOf(3), wordOf(7)],
  [wordOf(4), wordOf(8)],
  [wordOf(5), wordOf(9)],
]
const followers = new Map(RARE_PHRASES)
/** A word that no text has by chance, one for each size of the corpus. */
export const rareWordOf = (size: number) => `qu${wordOf(VOCABULARY + size / 1_000)}`
/** Two common words that meet in few texts, two for each of three sizes, given as powers of ten. */
export function rarePhraseOf(size: number): readonly [string, string] {
  const phrase = RARE_PHRASES[Math.log10(size) - 4]
  if (!phrase) throw new RangeError(`no phrase for ${size} documents`)
  return phrase
}

/** Words as they follow each other in a text, common ones often. */
export function makeWords(count: number, random: Random): string[] {
  const words: string[] = []
  for (let i = 0; i < count; i += 1) {
    const word = vocabulary[rankOfWord(random)] ?? COMMON_WORD
    const isPhrase = followers.get(words.at(-1) ?? '') === word
    words.push(isPhrase ? COMMON_WORD : word)
  }
  return words
}

/** A word that few texts have, as the names are that a news event brings. */
export function makeName(random: Random): string {
  return wordOf(Math.floor((0.2 + 0.8 * random()) * VOCABULARY))
}

/** Words as a sentence: a capital first, without its stop. */
export function toSentence(words: string[]): string {
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Words as a name: a capital each. */
export function toName(words: string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
