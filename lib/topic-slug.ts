import { publicIdOf } from './public-id'
import { slugify } from './slug'

/** Signs that make another name of a word, as they are read aloud: C, C++ and C# are three topics. */
const SIGNS: [sign: RegExp, word: string][] = [
  [/\+/g, ' plus '],
  [/[#♯]/g, ' sharp '],
  [/&/g, ' and '],
  // A leading point, as in .NET; not that of Node.js or of an ellipsis.
  [/(?<![^\s(/])\.(?=\p{L})/gu, ' dot '],
  // A single star after a word, as in A*; not a censored f***.
  [/(?<=[\p{L}\p{N}])\*(?![\p{L}\p{N}*])/gu, ' star '],
]

/** Minus signs that end a name, as in A- or C--. */
const FINAL_MINUS = /(?<=\p{L})[-−]+$/u

/**
 * A topic's name without the signs that only mark it as a topic.
 *
 * @param name one line of text
 * @returns `Climate` for `#Climate`; empty for `#`
 */
export function topicName(name: string): string {
  return name.trim().replace(/^[#＃﹟]+\s*/, '')
}

/**
 * The slug that identifies a topic. Spellings that differ in case, marks or
 * punctuation are one topic; signs that make another name are written as
 * words; names in other scripts, which a slug cannot hold, are told apart by a
 * short id of the name.
 *
 * @param name the topic's name, not empty
 * @returns a slug without commas, never empty
 */
export function topicSlug(name: string): string {
  const plain = topicName(name)
  const slug = slugify(withWords(plain.normalize('NFKC')))
  const lost = /[^\p{Script=Latin}\P{L}]/u.test(plain)
  if (slug && !lost) return slug
  const id = publicIdOf(`topic:${plain.normalize('NFKC').toLowerCase()}`)
  return slug ? `${slug}-${id}` : id
}

function withWords(name: string): string {
  const ended = name.replace(FINAL_MINUS, (signs) => ' minus '.repeat(signs.length))
  return SIGNS.reduce((text, [sign, word]) => text.replace(sign, word), ended)
}
