import { UNDECOMPOSED_LATIN } from '@/lib/slug'

const NON_ASCII = /[\u0080-\uffff]/

/**
 * Marks that readers leave out when they type: accents, Arabic harakat and
 * tatweel, Hebrew points, Cyrillic titlo, letters that are apostrophes, and what
 * is never seen, such as soft hyphens. Marks that make another letter stay: kana voicing, Indic and Thai vowels.
 */
const LEFT_OUT =
  /(?=[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Cyrillic}])(?![\u3099\u309a])\p{M}|[ʼʻ\u0640]|\p{DI}/gu

/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDECOMPOSED = new RegExp(`[ς${Object.keys(UNDECOMPOSED_LATIN).join('')}]`, 'g')

/**
 * A text without what readers disregard when they search: case, diacritics,
 * width, ligatures. Two texts that fold to the same are the same to search.
 *
 * @returns NFKC; folding it again changes nothing
 * @see https://www.unicode.org/reports/tr15/ for the normalization forms
 */
export function fold(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(LEFT_OUT, '')
    .replace(UNDECOMPOSED, (letter) => UNDECOMPOSED_LATIN[letter] ?? 'σ')
    .normalize('NFKC')
}
