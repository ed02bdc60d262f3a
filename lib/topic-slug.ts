import { publicIdOf } from './public-id'
import { slugify } from './slug'

/** Signs that tell topics apart: C, C++ and C# are three. */
const SIGNS: Record<string, string> = { '+': ' plus ', '#': ' sharp ', '&': ' and ' }

/**
 * The slug that identifies a topic. Spellings that differ in case, marks or
 * punctuation are one topic; names in other scripts, which a slug cannot hold,
 * are told apart by a short id of the name.
 *
 * @param name the topic's name, not empty
 * @returns a slug without commas, never empty
 */
export function topicSlug(name: string): string {
  const plain = name.replace(/^#/, '')
  const slug = slugify(plain.replace(/[+#&]/g, (sign) => SIGNS[sign] ?? ' '))
  const lost = /[^\p{Script=Latin}\P{L}]/u.test(plain)
  if (slug && !lost) return slug
  const id = publicIdOf(`topic:${plain.normalize('NFKC').toLowerCase()}`)
  return slug ? `${slug}-${id}` : id
}
