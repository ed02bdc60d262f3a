import {
  WINDOWS,
  sortsOf,
  withSort,
  type FeedFilter,
  type Sort,
  type Window,
} from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'

const SORT_NAMES: Record<Sort, string> = {
  relevance: 'Relevance',
  top: 'Top',
  latest: 'Latest',
  heat: 'Heat',
  quality: 'Quality',
}

const WINDOW_NAMES: Record<Window, string> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  all: 'All time',
}

/** The orders of a feed, and how far back where that has a meaning, as links. */
export function SortBar({ filter }: { filter: FeedFilter }) {
  return (
    <nav aria-label="Sort" className="sorts">
      <ul>
        {sortsOf(filter).map((sort) => (
          <li key={sort}>
            <a
              href={feedHref(withSort(filter, sort))}
              aria-current={sort === filter.sort ? 'page' : undefined}
            >
              {SORT_NAMES[sort]}
            </a>
          </li>
        ))}
      </ul>
      {filter.window && (
        <ul aria-label="How far back">
          {WINDOWS.map((window) => (
            <li key={window}>
              <a
                href={feedHref(withSort(filter, filter.sort, window))}
                aria-current={window === filter.window ? 'true' : undefined}
              >
                {WINDOW_NAMES[window]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
