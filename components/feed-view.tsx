import { notFound } from 'next/navigation'
import { isUnfiltered, type FeedFilter } from '@/lib/feed-filter'
import { feedHref, feedQuery, pickerHref } from '@/lib/feed-url'
import { getFeed } from '@/lib/queries/feed'
import { getTopics } from '@/lib/queries/topics'
import { ChosenTopics } from './chosen-topics'
import { EmptyFeed } from './empty-feed'
import { FeedList } from './feed-list'
import { describeFeed } from './feed-title'
import { SortBar } from './sort-bar'
import { TopicBar } from './topic-bar'

interface FeedViewProps {
  filter: FeedFilter
  /** Where this page begins, for readers who page without JavaScript; null for the first. */
  cursor: string | null
}

/** A feed with its topics, sorts and first stories. Unknown topics and void cursors end as "not found". */
export async function FeedView({ filter, cursor }: FeedViewProps) {
  const [result, topics] = await Promise.all([getFeed(filter, cursor), getTopics()])
  if (!result.ok) notFound()
  const { page } = result

  return (
    <div className="feed page">
      <TopicBar filter={filter} topics={topics} />
      <main id="content">
        <h1 className={isUnfiltered(filter) ? 'sr-only' : 'pt-3 text-3xl'}>
          {describeFeed(filter, topics)}
        </h1>
        <ChosenTopics filter={filter} topics={topics} hrefOf={feedHref}>
          <a href={pickerHref(filter)}>Combine topics</a>
        </ChosenTopics>
        <SortBar filter={filter} />
        {cursor && (
          <p className="pb-2">
            <a className="inline-flex min-h-11 items-center underline" href={feedHref(filter)}>
              Back to the first stories
            </a>
          </p>
        )}
        {page.articles.length === 0 ? (
          <EmptyFeed filter={filter} />
        ) : (
          <FeedList
            query={feedQuery(filter)}
            first={page}
            olderHref={page.nextCursor && feedHref(filter, page.nextCursor)}
            lead={!cursor}
          />
        )}
      </main>
    </div>
  )
}
