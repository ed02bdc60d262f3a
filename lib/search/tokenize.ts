import { fold } from './fold'

/** A word of a text, as search knows it. */
export interface Token {
  /** Folded: letters, marks and digits only, at most 64 characters. */
  word: string
  /** Where it stands in the text, in UTF-16 code units; `end` is exclusive. */
  start: number
  end: number
}

/** Longer words are cut: no reader types them, and mostly they are data. */
const MAX_LENGTH = 64

/** A letter of a script that sets no spaces between words, or, as Korean, glues endings to them. */
const UNSPACED = String.raw`(?=[\p{L}\p{N}])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}〆〱-〵ーｰ]`
/** Such a letter with its marks. A Hangul syllable may be spelled as two or three letters. */
const CHARACTER = String.raw`(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|${UNSPACED}[\u11a8-\u11c2]?)[\p{M}\p{DI}ﾞﾟ]*`
/** Anything else that words are made of. */
const SPACED = String.raw`(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}\p{DI}])`
/** U.S. and A.I. are the words that others write US and AI. */
const ACRONYM = String.raw`\p{LC}\p{M}*(?:\.\p{LC}\p{M}*)+(?!${SPACED})`

const WORD = new RegExp(`${ACRONYM}|${SPACED}+(?:['’‘]${SPACED}+)*|((?:${CHARACTER})+)`, 'gu')
const CHARACTERS = new RegExp(CHARACTER, 'gu')
const ONE_CHARACTER = new RegExp(`^${CHARACTER}$`, 'u')
const ONLY_SPACED = new RegExp(`^${SPACED}+$`, 'u')

/** Texts without letters beyond a to z, as most English ones are, go a quicker way. */
const NOT_PLAIN = /[^ -~\s«»€\u2010-\u2027]|\ufeff/
const PLAIN_WORD = /[a-z](?:\.[a-z])+(?![a-z0-9])|[a-z0-9]+(?:['’‘][a-z0-9]+)*/g
const PLAIN = /^[a-z0-9]*$/

/** What leans on a French, Italian or Catalan word: l'avion, dell'arte. */
const ELISION =
  /^(?:[cdjlmnstv]|gl|un|(?:jus|lors|puis|quoi)?qu|(?:a|co|da|de|ne|su)(?:ll|gl))['’‘](?!s$)/i
const POSSESSIVE = /['’‘ʼ]s$/i
/** What joins the parts of one word, and is no part of it. */
const JOINTS = /['’‘.]/g

/**
 * The words of a text in their order, for indexing and for looking up: both
 * must use this. Words are runs of letters, marks and digits. A possessive 's
 * and an elided article (l', dell') fall away, other apostrophes join.
 * Scripts without spaces give overlapping pairs of characters and the last
 * character by itself: 東京都 is 東京, 京都, 都.
 *
 * @see https://lucene.apache.org/core/9_0_0/analysis/common/org/apache/lucene/analysis/cjk/CJKBigramFilter.html
 */
export function words(text: string): string[] {
  if (NOT_PLAIN.test(text)) return tokenize(text).map((token) => token.word)
  const found: string[] = text.toLowerCase().match(PLAIN_WORD) ?? []
  return found.map((run) => cut(PLAIN.test(run) ? run : foldRun(run)))
}

/** {@link words} with where each stands. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const [run, unspaced] = match
    const found = unspaced ? pair(unspaced, match.index) : readRun(run, match.index)
    for (const token of found) tokens.push(token)
  }
  return tokens
}

/** Whether a word is one character of a script without spaces, which by itself begins longer words. */
export function isSingleCharacter(word: string): boolean {
  return ONE_CHARACTER.test(word)
}

function readRun(run: string, at: number): Token[] {
  const end = at + run.length
  const plain = run.toLowerCase()
  if (PLAIN.test(plain)) return [{ word: cut(plain), start: at, end }]
  const word = foldRun(run)
  const start = end - run.replace(ELISION, '').length
  if (ONLY_SPACED.test(word)) return [{ word: cut(word), start, end }]
  // Folding takes some characters apart into several words: ½ is 1 and 2.
  return words(word).map((part) => ({ word: part, start, end }))
}

function foldRun(run: string): string {
  return fold(run.replace(ELISION, '').replace(POSSESSIVE, '').replace(JOINTS, ''))
}

function pair(run: string, at: number): Token[] {
  const characters = [...run.matchAll(CHARACTERS)].flatMap(({ 0: character, index }) => {
    const start = at + index
    const end = start + character.length
    return (fold(character).match(CHARACTERS) ?? []).map((word) => ({ word, start, end }))
  })
  return characters.map(({ word, start, end }, i) => {
    const next = characters[i + 1]
    return next ? { word: cut(word + next.word), start, end: next.end } : { word, start, end }
  })
}

function cut(word: string): string {
  return word.length > MAX_LENGTH ? [...word].slice(0, MAX_LENGTH).join('') : word
}
