import { withSort, type FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { getFeed } from '@/lib/queries/feed'
import { getSpelling } from '@/lib/queries/search'
import { widerSearches, type WiderSearch } from '@/lib/search-offers'

/** What is said where a search found nothing: what was perhaps meant, and what else finds something. */
export async function NothingFound({ filter }: { filter: FeedFilter }) {
  const [spelling, wider] = await Promise.all([getSpelling(filter.q), thatFind(filter)])
  return (
    <div className="py-10">
      <p className="font-serif text-xl">Nothing was found.</p>
      {spelling && (
        <p className="mt-3 text-lg">
          Did you mean{' '}
          <a className="did-you-mean" href={feedHref({ ...filter, q: spelling })}>
            {spelling}
          </a>
          ?
        </p>
      )}
      <p className="mt-3 text-muted">
        Try fewer words, other words, or only the beginning of one, such as <code>electr*</code>.
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        {filter.window && filter.window !== 'all' && (
          <a className="button" href={feedHref(withSort(filter, filter.sort, 'all'))}>
            Look back further
          </a>
        )}
        {wider.map(({ label, filter: other }) => (
          <a key={label} className="button" href={feedHref(other)}>
            {label}
          </a>
        ))}
        <a className="button" href="/search">
          How to search
        </a>
      </p>
    </div>
  )
}

/** Of the wider searches those that lead somewhere. */
async function thatFind(filter: FeedFilter): Promise<WiderSearch[]> {
  const wider = widerSearches(filter)
  const results = await Promise.all(wider.map((search) => getFeed(search.filter, null, 1)))
  return wider.filter((_, index) => {
    const result = results[index]
    return result?.ok && result.page.articles.length > 0
  })
}
