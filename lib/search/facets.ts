import { fold } from './fold'

const WORD = String.raw`[\p{L}\p{M}\p{N}]+`
const LABEL = String.raw`${WORD}(?:-+${WORD})*`
const AROUND = String.raw`[^\p{L}\p{M}\p{N}]*`
/** A domain, or a name that looks like one. */
const DOMAIN = new RegExp(String.raw`^${AROUND}(?:www\.)?(${LABEL}(?:\.${LABEL})+)${AROUND}$`, 'u')
const WORDS = new RegExp(WORD, 'gu')

/**
 * The value of `source:` for a provider's name or domain: a domain without
 * `www.`, or else the folded words of the name joined by hyphens.
 *
 * @returns empty when the text has no letter or digit
 */
export function sourceSlug(nameOrDomain: string): string {
  const folded = fold(nameOrDomain)
  return DOMAIN.exec(folded)?.[1] ?? joinWords(folded)
}

/**
 * The value of `type:` for an article's type: its folded words joined by hyphens.
 *
 * @returns empty when the text has no letter or digit
 */
export function typeSlug(type: string): string {
  return joinWords(fold(type))
}

function joinWords(folded: string): string {
  return (folded.replace(/['’‘]/g, '').match(WORDS) ?? []).join('-')
}
