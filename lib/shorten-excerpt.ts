import type { ArticleSummary } from './article'
import { fromFirstMatch, shortenMarked } from './marked-text'

/** Characters that two lines of an excerpt hold, with some to spare. */
const EXCERPT_LENGTH = 150

/** A story with only as much of its excerpt as the two lines that a list shows. */
export function shortenExcerpt(story: ArticleSummary): ArticleSummary {
  if (!story.excerpt) return story
  const whole = { text: story.excerpt, marks: story.marks?.excerpt ?? [] }
  const { text, marks } = shortenMarked(fromFirstMatch(whole), EXCERPT_LENGTH)
  if (!story.marks) return { ...story, excerpt: text }
  return { ...story, excerpt: text, marks: { ...story.marks, excerpt: marks } }
}
