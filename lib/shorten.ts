/**
 * Cuts a text to a length, between words where there are any.
 *
 * @param length most characters (code points) that are left, the ellipsis included
 */
export function shorten(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  const cut = characters.slice(0, length - 1).join('')
  const space = cut.lastIndexOf(' ')
  // Scripts without spaces, and very long words, are cut where they stand.
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
