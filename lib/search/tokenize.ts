import { fold } from './fold'
import { cut, type Token } from './token'
import { pairCharacters } from './unspaced'
import {
  APOSTROPHES,
  ATOMS,
  BOUND_PREFIXES,
  ELISION,
  HAS_JOINT,
  HAS_PLAIN_JOINT,
  HAS_SIGN,
  LAST_APOSTROPHE,
  NOT_PLAIN,
  ONLY_SPACED,
  PLAIN_ATOMS,
  POSSESSIVE,
  TURKISH_ENDINGS,
  wordPattern,
} from './word-patterns'

/** Words that are also written as one: anti-war, Node.js, Ankara'da. */
export interface Compound {
  /** Index of the first of its tokens, and their number. */
  at: number
  count: number
  joined: Token
}

/** A text as search reads it. */
export interface Reading {
  tokens: Token[]
  /** In order, apart from each other. */
  compounds: Compound[]
}

/** Words of more parts are addresses or data. */
const MAX_PARTS = 4

/** Words that cannot be read in more than one way. */
const PLAIN = /^(?:[a-z]+|[0-9]+[a-z]*|[a-z][0-9]+)$/
const LETTERS_WITH_JOINTS = /^[a-z]{2,}(?:[-‐‑.][a-z]{2,})+$/
const PLAIN_POSSESSIVE = /^[a-z]{2,}['’]s$/
const ALPHANUMERIC = /^[a-z0-9]+$/
/** COVID19 is COVID-19 and COVID 19; of a single letter, as in F16, the digits are a part. */
const LETTERS_AND_NUMBER = /^(\p{L}\p{M}*\p{L}[\p{L}\p{M}]*)(\p{N}+)$/u
const LETTER_AND_NUMBER = /^(?:\p{L}\p{M}*\p{N}+|\p{N}+\p{L}\p{M}*)$/u

/**
 * Reads the words of a text, for indexing and for looking up. Words are runs of
 * letters, marks and digits. A possessive 's and an elided article (l', dell')
 * are dropped, other apostrophes join. Scripts without spaces give overlapping
 * pairs of characters and the last character by itself: 東京都 is 東京, 京都, 都.
 *
 * @see https://lucene.apache.org/core/9_0_0/analysis/common/org/apache/lucene/analysis/cjk/CJKBigramFilter.html
 */
export function readText(text: string): Reading {
  const reading: Reading = { tokens: [], compounds: [] }
  const plain = !NOT_PLAIN.test(text)
  const source = plain ? text.toLowerCase() : text
  for (const match of source.matchAll(wordPattern(source, plain))) {
    const run = match[0]
    const captured = match[1] !== undefined
    if (captured && !plain)
      for (const token of pairCharacters(run, match.index)) reading.tokens.push(token)
    else if (captured) addWord(reading, plainToken(run, match.index), source)
    else addRun(reading, readRun(run, match.index, plain), source)
  }
  return reading
}

/** The words of a text in their order, each with its place. */
export function tokenize(text: string): Token[] {
  return readText(text).tokens
}

/** {@link tokenize} without the places. */
export function words(text: string): string[] {
  return tokenize(text).map((token) => token.word)
}

function addRun(reading: Reading, { tokens, joined }: Run, text: string): void {
  if (tokens.length === 1 && tokens[0] && !joined) return addWord(reading, tokens[0], text)
  if (joined) reading.compounds.push({ at: reading.tokens.length, count: tokens.length, joined })
  for (const token of tokens) reading.tokens.push(token)
}

/** Adds a word, and if a known prefix stands before it, what both are as one word. */
function addWord({ tokens, compounds }: Reading, token: Token, text: string): void {
  const before = tokens.at(-1)
  tokens.push(token)
  if (!before || !BOUND_PREFIXES.has(before.word)) return
  const at = tokens.length - 2
  const last = compounds.at(-1)
  if (last && last.at + last.count > at) return
  if (!/^\s+$/.test(text.slice(before.end, token.start))) return
  const joined = join([before, token])
  if (joined) compounds.push({ at, count: 2, joined })
}

interface Run {
  tokens: Token[]
  /** Null when the run is written in one way only. */
  joined: Token | null
}

function plainToken(run: string, start: number): Token {
  return { word: cut(run), start, end: start + run.length }
}

function readRun(run: string, start: number, plain: boolean): Run {
  if (PLAIN.test(run)) return { tokens: [plainToken(run, start)], joined: null }
  if (LETTERS_WITH_JOINTS.test(run)) return readLetters(run, start)
  if (HAS_SIGN.test(run)) {
    const end = start + run.length
    const word = fold(run.replace(POSSESSIVE, '').replace(/\s/g, ''))
    return { tokens: [{ word, start, end }], joined: null }
  }
  const hasJoint = (plain ? HAS_PLAIN_JOINT : HAS_JOINT).test(run)
  const atoms = hasJoint ? [...run.matchAll(plain ? PLAIN_ATOMS : ATOMS)] : []
  if (atoms.length < 2) return readAtom(run, start)
  const tokens = atoms.flatMap(({ 0: atom, index }) => readAtom(atom, start + index).tokens)
  const joined = join(tokens)
  if (!joined || tokens.length !== 2 || !LETTER_AND_NUMBER.test(joined.word)) {
    return { tokens, joined }
  }
  return { tokens: [joined], joined: null }
}

/** Reads words from a to z, each of several letters, with joints: the most common compounds. */
function readLetters(run: string, start: number): Run {
  let at = start
  const tokens = run.split(HAS_PLAIN_JOINT).map((word) => {
    const token = plainToken(word, at)
    at += word.length + 1
    return token
  })
  return { tokens, joined: join(tokens) }
}

/** Reads a word without joints. */
function readAtom(atom: string, start: number): Run {
  const end = start + atom.length
  if (PLAIN.test(atom)) return { tokens: [plainToken(atom, start)], joined: null }
  if (PLAIN_POSSESSIVE.test(atom)) {
    return { tokens: [{ word: cut(atom.slice(0, -2)), start, end }], joined: null }
  }
  const bare = atom.replace(ELISION, '')
  const from = end - bare.length
  const [, stem = '', ending = ''] = POSSESSIVE.test(bare) ? [] : (LAST_APOSTROPHE.exec(bare) ?? [])
  const inflected = TURKISH_ENDINGS.has(fold(ending)) ? tokensOf(stem, from, end) : []
  const whole = tokensOf(bare, from, end)
  if (inflected.length === 0) return { tokens: whole, joined: null }
  return { tokens: inflected, joined: whole[0] ?? null }
}

function tokensOf(atom: string, start: number, end: number): Token[] {
  const word = fold(atom.replace(POSSESSIVE, '').replace(APOSTROPHES, ''))
  // Folding takes some characters apart into several words: ½ is 1 and 2.
  if (!ALPHANUMERIC.test(word) && !ONLY_SPACED.test(word))
    return words(word).map((part) => ({ word: part, start, end }))
  const [, letters, number] = (endsInDigit(word) && LETTERS_AND_NUMBER.exec(word)) || []
  if (letters === undefined || number === undefined) return [{ word: cut(word), start, end }]
  const middle = atom.toLowerCase() === word ? start + letters.length : null
  return [
    { word: cut(letters), start, end: middle ?? end },
    { word: cut(number), start: middle ?? start, end },
  ]
}

/** The parts of a compound as one word; null when it is the same as the parts, or when none is written so. */
function join(parts: readonly Token[]): Token | null {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || parts.length < 2 || parts.length > MAX_PARTS) return null
  const word = parts.map((part) => part.word).join('')
  if (!parts.every((part) => /^[\p{L}\p{N}]/u.test(part.word))) return null
  const isNumber = parts.some(
    (part, at) => at > 0 && /^\d/.test(part.word) && endsInDigit(parts[at - 1]?.word ?? ''),
  )
  if (isNumber || (endsInDigit(word) && LETTERS_AND_NUMBER.test(word))) return null
  return { word: cut(word), start: first.start, end: last.end }
}

function endsInDigit(word: string): boolean {
  return /\d$/.test(word)
}
