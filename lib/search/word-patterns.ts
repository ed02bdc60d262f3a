/** A letter of a script that sets no spaces between words, or, as Korean, attaches endings to them. */
const UNSPACED = String.raw`(?=[\p{L}\p{Nl}\p{No}])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}〆〱-〵ーｰ]`
/** Such a letter with its marks. A Hangul syllable may be spelled as two or three letters. */
const CHARACTER = String.raw`(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|${UNSPACED}[\u11a8-\u11c2]?)[\p{M}\p{DI}ﾞﾟ]*`
/** Persian and Urdu write the parts of a word with a zero-width non-joiner between them. */
const NON_JOINER = String.raw`\u200c(?<=[\p{sc=Arabic}\p{M}]\u200c)(?=\p{sc=Arabic})`
/** Any other character of a word. */
const SPACED = String.raw`(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}]|(?!${NON_JOINER})\p{DI})`

/** Apostrophes, and the Hebrew signs of abbreviations, for which the keyboard has a quotation mark. */
const APOSTROPHE = String.raw`(?:['’‘‛′´\u0060＇׳״]|"(?<=\p{sc=Hebrew}")(?=\p{sc=Hebrew}))`
/** Signs between the parts of one word: hyphens, dots, the middle dot of Catalan. */
const JOINT = String.raw`(?:[-‐‑־.·]|${NON_JOINER})`
const PLAIN_JOINT = '[-‐‑.]'

/** Names of which a sign is a part: C++, C#, A+, AT&T, R & D, .NET; with a possessive 's. */
function signed(letter: string, inside: string, character: string): string {
  const ampersand = String.raw`\s*[&＆]\s*`
  const name = [
    `${letter}[+＋]{2}(?!${inside}|[+＋])`,
    `${letter}[+＋](?!${character}|[+＋])`,
    `${letter}[#＃♯](?!${character}|[#＃♯])`,
    `${letter}${ampersand}${letter}{1,2}(?!${inside})`,
    `${letter}{2}${ampersand}${letter}(?!${inside})`,
    String.raw`(?<!${character}|\.)\.[nN][eE][tT](?!${character})`,
  ].join('|')
  return `(?:${name})(?:['’‘ʼ][sS](?!${character}))?`
}

/** U.S. and A.I. are the words that others write US and AI. */
const ACRONYM = String.raw`\p{LC}\p{M}*(?:\.\p{LC}\p{M}*)+(?!${SPACED})`
const ATOM = `(?:${ACRONYM}|${SPACED}+(?:${APOSTROPHE}${SPACED}+)*)`
const PLAIN_ATOM = String.raw`(?:[a-z](?:\.[a-z])+(?![a-z0-9])|[a-z0-9]+(?:['’‘\u0060][a-z0-9]+)*)`
const SIGNED = signed(String.raw`(?:(?!${UNSPACED})\p{L}\p{M}*)`, String.raw`[\p{L}\p{M}]`, SPACED)

const RUN = `${ATOM}(?:${JOINT}${ATOM})*|((?:${CHARACTER})+)`
/** Most words are letters alone: they are captured, and need no further look. */
const PLAIN_LETTERS = String.raw`([a-z]+)(?![a-z0-9'’‘\u0060.‐‑-])`
const PLAIN_RUN = `${PLAIN_LETTERS}|${PLAIN_ATOM}(?:${PLAIN_JOINT}${PLAIN_ATOM})*`
const WORD = new RegExp(RUN, 'gu')
const WORD_OR_NAME = new RegExp(`${SIGNED}|${RUN}`, 'gu')
const PLAIN_WORD = new RegExp(PLAIN_RUN, 'g')
const PLAIN_WORD_OR_NAME = new RegExp(`${signed('[a-z]', '[a-z]', '[a-z0-9]')}|${PLAIN_RUN}`, 'g')
const SIGN = /[+＋#＃♯&＆]|\.net/i

/**
 * Chooses the pattern of the words of a text. It captures words that are letters
 * from a to z alone if the text is plain, else runs of unspaced characters.
 * The simpler patterns are several times as fast.
 *
 * @param plain whether the text is in lower case and {@link NOT_PLAIN} does not match it
 */
export function wordPattern(text: string, plain: boolean): RegExp {
  const hasSign = SIGN.test(text)
  if (plain) return hasSign ? PLAIN_WORD_OR_NAME : PLAIN_WORD
  return hasSign ? WORD_OR_NAME : WORD
}

/** A character beyond ASCII and common punctuation. */
export const NOT_PLAIN = /[^ -~\s«»€\u2010-\u2027]|\ufeff/

/** The parts of a word, without the joints between them. */
export const ATOMS = new RegExp(ATOM, 'gu')
export const PLAIN_ATOMS = new RegExp(PLAIN_ATOM, 'g')
export const HAS_JOINT = new RegExp(JOINT, 'u')
export const HAS_PLAIN_JOINT = new RegExp(PLAIN_JOINT)
/** A word that is a name with its sign. */
export const HAS_SIGN = /[+＋#＃♯&＆]|^\.net/i
export const CHARACTERS = new RegExp(CHARACTER, 'gu')
export const ONE_CHARACTER = new RegExp(`^${CHARACTER}$`, 'u')
export const ONLY_SPACED = new RegExp(`^${SPACED}+$`, 'u')
/** Where a word has an apostrophe, or the dots of an acronym. */
export const APOSTROPHES = new RegExp(`${APOSTROPHE}|[ʼ.]`, 'gu')

/** Articles and pronouns elided before a French, Italian or Catalan word: l'avion, dell'arte. */
export const ELISION =
  /^(?:[cdjlmnstv]|gl|un|(?:jus|lors|puis|quoi)?qu|(?:a|co|da|de|ne|su)(?:ll|gl)|quell|quest|tutt|anch|sant)['’‘ʼ′´＇](?!s$)/iu
export const POSSESSIVE = /['’‘ʼ′´＇`]s$/iu
/** A word and what follows its last apostrophe. */
export const LAST_APOSTROPHE =
  /^(.*[\p{L}\p{N}]\p{M}*[\p{L}\p{N}]\p{M}*)['’‘ʼ′´＇`]([\p{L}\p{M}]{1,8})$/u

/** A known prefix may stand apart from its word: anti war, می روم. Prefixes that are words of their own are left out. */
export const BOUND_PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti bio co cyber eco hyper inter intra macro mega micro mid mini multi nano neo ' +
    'post pre pseudo quasi re semi tele ultra wi مي نمي'
  ).split(' '),
)

/** Endings that Turkish sets after an apostrophe, folded: Ankara'da, İstanbul'un, Türkiye'nin. */
export const TURKISH_ENDINGS: ReadonlySet<string> = new Set(
  (
    'a e i u ya ye yi yu na ne ni nu da de ta te nda nde dan den tan ten ndan nden in un nin nun ' +
    'la le yla yle li lu lik luk lar ler ki daki deki taki teki ndaki ndeki ca ce nca nce dir dur tir tur'
  ).split(' '),
)
