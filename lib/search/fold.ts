import { UNDECOMPOSED_LATIN } from '@/lib/slug'

const NON_ASCII = /[\u0080-\uffff]/

/**
 * Marks that readers omit when they type: accents, Arabic harakat and tatweel,
 * Hebrew points, Cyrillic titlo, the Devanagari nukta, letters that serve as
 * apostrophes, and invisible characters such as soft hyphens. Marks that make
 * another letter stay: kana voicing, Indic and Thai vowels, й, ї and ў.
 */
const OMITTED =
  /(?=[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Cyrillic}])(?![\u3099\u309a]|(?<=[иу])\u0306|(?<=і)\u0308)\p{M}|[\u02b9-\u02bf\u02c8\u0640]|\u093c|\p{DI}/gu

/**
 * Letters with several code points for what readers type with one, as Lucene
 * folds them. Urdu's ے and the ھ of an aspirate are letters of their own; any
 * other ھ is the ہ of a different keyboard.
 *
 * @see https://lucene.apache.org/core/9_0_0/analysis/common/org/apache/lucene/analysis/fa/PersianNormalizer.html
 */
const VARIANTS: Record<string, string> = {
  ...UNDECOMPOSED_LATIN,
  ς: 'σ',
  '\u0671': '\u0627', // alef wasla: alef
  '\u0649': '\u064a', // alef maksura: ya
  '\u06cc': '\u064a', // Persian ya: ya
  '\u06a9': '\u0643', // keheh: kaf
  '\u06aa': '\u0643', // swash kaf: kaf
  '\u0629': '\u0647', // ta marbuta: ha
  '\u06c1': '\u0647', // heh goal: ha
  '\u06c3': '\u0647', // ta marbuta goal: ha
  '\u06d5': '\u0647', // ae: ha
  '\u06be': '\u0647', // heh doachashmee, unless it follows a letter that it aspirates
  '\u0901': '\u0902', // candrabindu: anusvara
  '♯': '#',
}
const ASPIRATED = 'بپتٹجچدڈرڑكکڪگلمن'
const VARIANT = new RegExp(
  `[${Object.keys(VARIANTS).join('').replace('\u06be', '')}]|(?<![${ASPIRATED}])\u06be`,
  'g',
)

const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu

/**
 * Removes what readers disregard when they search: case, diacritics, width,
 * ligatures, variants of a letter, scripts of digits. Two texts that fold to
 * the same string are equal to search.
 *
 * @returns NFKC; folding it again changes nothing
 * @see https://www.unicode.org/reports/tr15/ for the normalization forms
 */
export function fold(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(OMITTED, '')
    .replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
    .replace(FOREIGN_DIGIT, toAsciiDigit)
    .normalize('NFKC')
}

/** Converts a decimal digit: Unicode encodes those of a script in runs of ten, from zero to nine. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}
