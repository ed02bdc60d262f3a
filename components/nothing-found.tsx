import { getTranslations } from 'next-intl/server'
import { withSort, type FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { getFeed } from '@/lib/queries/feed'
import { getSpelling } from '@/lib/queries/search'
import { widerSearches, type WiderSearch } from '@/lib/search-offers'
import { LocalLink } from './local-link'

/** What is said where a search found nothing: what was perhaps meant, and what else finds something. */
export async function NothingFound({ filter }: { filter: FeedFilter }) {
  const [spelling, wider, t] = await Promise.all([
    getSpelling(filter.q),
    thatFind(filter),
    getTranslations('search'),
  ])
  return (
    <div className="py-10">
      <p className="font-serif text-xl">{t('nothing')}</p>
      {spelling && (
        <p className="mt-3 text-lg">
          {t.rich('didYouMean', {
            spelling,
            link: (words) => (
              <LocalLink
                className="did-you-mean"
                href={feedHref({ ...filter, q: spelling })}
                dir="auto"
              >
                {words}
              </LocalLink>
            ),
          })}
        </p>
      )}
      <p className="mt-3 text-muted">
        {t.rich('try', { code: (words) => <code dir="ltr">{words}</code> })}
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        {filter.window && filter.window !== 'all' && (
          <LocalLink className="button" href={feedHref(withSort(filter, filter.sort, 'all'))}>
            {t('further')}
          </LocalLink>
        )}
        {wider.map(({ kind, filter: other }) => (
          <LocalLink key={kind} className="button" href={feedHref(other)}>
            {t(kind)}
          </LocalLink>
        ))}
        <LocalLink className="button" href="/search">
          {t('how')}
        </LocalLink>
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
