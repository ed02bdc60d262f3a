import type { Token } from './token'
import { readText, type Reading } from './tokenize'

/** Stands between the parts of a text, so that no phrase reaches from one into the next. */
export const BREAK = '\uE004'

/** Words around a joined one with which it is a phrase. */
const CONTEXT = 1

/**
 * The words of a text as the index holds them: in their order, then each
 * compound joined, among its neighbours, after a {@link BREAK}. So antiwar
 * finds `an anti-war rally`, and so does "antiwar rally".
 *
 * @param most words of the text that are indexed
 */
export function indexedWords(text: string, most = Infinity): string[] {
  const { tokens, compounds } = readText(text)
  const reading = {
    tokens: tokens.slice(0, most),
    compounds: compounds.filter(({ at, count }) => at + count <= most),
  }
  const found = reading.tokens.map(({ word }) => word)
  if (reading.compounds.length === 0) return found
  const joined = joinedTokens(reading)
  let end = -CONTEXT
  let skipped = 0
  for (const { at, count } of reading.compounds) {
    const place = at - skipped
    skipped += count - 1
    if (place - CONTEXT >= end) found.push(BREAK)
    const start = Math.max(0, end, place - CONTEXT)
    end = place + CONTEXT + 1
    for (const { word } of joined.slice(start, end)) found.push(word)
  }
  return found
}

/** The words of a text with each compound as one. */
export function joinedTokens({ tokens, compounds }: Reading): Token[] {
  const starts = new Map(compounds.map((compound) => [compound.at, compound]))
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const compound = starts.get(at)
    const token = compound?.joined ?? tokens[at]
    if (token) joined.push(token)
    if (compound) at += compound.count - 1
  }
  return joined
}
