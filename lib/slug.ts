/** Longest slug, in characters: what a search result or a chat still shows in one line. */
const MAX_LENGTH = 80

/** Latin letters that Unicode does not take apart into a base letter and a mark. */
export const UNDECOMPOSED_LATIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
}

/**
 * Text as it stands in a path: lower-case latin letters and digits with
 * hyphens between the words. Marks are folded (`é` gives `e`), apostrophes
 * vanish, everything else parts words; what is too long ends at a whole word.
 *
 * @param text any text, such as a title
 * @returns at most 80 characters; empty when the text has no latin letter or digit
 */
export function slugify(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => UNDECOMPOSED_LATIN[letter] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= MAX_LENGTH) return words
  const cut = words.lastIndexOf('-', MAX_LENGTH)
  return words.slice(0, cut > 0 ? cut : MAX_LENGTH)
}

/**
 * The path of an article's own page.
 *
 * @param title the article's title; only a help to the reader, a changed one leads to the same page
 * @param publicId the article's public id, which alone identifies it
 */
export function articleHref(title: string, publicId: string): string {
  const slug = slugify(title)
  return slug ? `/articles/${slug}-${publicId}` : `/articles/${publicId}`
}

/**
 * The public id at the end of an article's path segment.
 *
 * @param pathSegment what follows `/articles/`, decoded
 * @returns null when it does not end in something that could be an id
 */
export function publicIdFrom(pathSegment: string): string | null {
  return /^(?:.*-)?([0-9a-hjkmnp-tv-z]{10})$/s.exec(pathSegment)?.[1] ?? null
}
