import type { ArticleDetail } from '@/lib/article'

/** What is kept of a saved story, so that it can be read after it has left the feed. */
export interface StoryCopy {
  /** The story's public id. */
  id: string
  title: string
  /** Path of its page. */
  href: string
  /** When this was kept, in milliseconds since 1970. */
  keptAt: number
  /** All that its page shows; null while only the headline could be kept, say without a line. */
  article: ArticleDetail | null
}

/** The better of two copies of a story: a whole one, and of two such the newer. */
export function betterCopy(one: StoryCopy, other: StoryCopy): StoryCopy {
  if ((one.article === null) !== (other.article === null)) return one.article ? one : other
  return other.keptAt > one.keptAt ? other : one
}
