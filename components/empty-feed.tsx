import { isUnfiltered, withSort, type FeedFilter } from '@/lib/feed-filter'
import { feedHref, pickerHref } from '@/lib/feed-url'

/** What is said where a feed holds no story, and the ways back. */
export function EmptyFeed({ filter }: { filter: FeedFilter }) {
  if (isUnfiltered(filter) && !filter.window) {
    return (
      <div className="py-10">
        <p className="font-serif text-xl">There is no story here yet.</p>
        <p className="mt-2 text-muted">
          Put documents into <code>seeds/</code> and run <code>npm run import</code>.
        </p>
      </div>
    )
  }
  return (
    <div className="py-10">
      <p className="font-serif text-xl">No story matches this choice.</p>
      <p className="mt-4 flex flex-wrap gap-3">
        {filter.window && filter.window !== 'all' && (
          <a className="button" href={feedHref(withSort(filter, filter.sort, 'all'))}>
            Look back further
          </a>
        )}
        {!isUnfiltered(filter) && (
          <a className="button" href={pickerHref(filter)}>
            Change the topics
          </a>
        )}
        <a className="button" href="/">
          All stories
        </a>
      </p>
    </div>
  )
}
