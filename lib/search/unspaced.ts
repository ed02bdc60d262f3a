import { fold } from './fold'
import { cut, type Token } from './token'
import { CHARACTERS, ONE_CHARACTER } from './word-patterns'

/** Whether a word is one character of a script without spaces, which by itself begins longer words. */
export function isSingleCharacter(word: string): boolean {
  return ONE_CHARACTER.test(word)
}

/**
 * Overlapping pairs of the characters of a run in a script without spaces, and the last one by itself.
 *
 * @param at where the run stands in the text
 */
export function pairCharacters(run: string, at: number): Token[] {
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
