'use client'

import { MutedLine } from '@/components/settings/muted-line'
import { Story } from '@/components/story'
import type { ArticleSummary } from '@/lib/article'

/** The stories of a day, the first of them told larger. One component in the browser for all of them. */
export function DayStories({ stories }: { stories: ArticleSummary[] }) {
  return (
    <>
      <MutedLine />
      <ol className="stories">
        {stories.map((story, index) => (
          <Story key={story.id} story={story} lead={index === 0} />
        ))}
      </ol>
    </>
  )
}
