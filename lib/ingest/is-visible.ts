/**
 * Characters of letters, numbers, punctuation or symbols whose glyph is blank: Hangul and other
 * fillers, the empty Braille pattern, an empty note head, blank hieroglyphs; and the replacement
 * character, which stands for what could not be read.
 */
const BLANK = /[\p{Default_Ignorable_Code_Point}\u2800\uFFFD\u{1D159}\u{13441}\u{13442}]/gu

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Checks whether readers can see any of the text: at least one letter, number, punctuation mark or symbol. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text.replace(BLANK, ''))
}
