import type { ArticleSummary } from '@/lib/article'

/** What a story's element says of it, for what is done to stories without a component for each. */
export function storyAttributes(story: Pick<ArticleSummary, 'id' | 'provider' | 'topics'>) {
  return {
    'data-id': story.id,
    'data-source': story.provider?.domain || undefined,
    'data-topics': story.topics.map(({ slug }) => slug).join(' ') || undefined,
  }
}
