import { getTranslations } from 'next-intl/server'
import { WINDOWS, isBlend, sortsOf, withSort, type FeedFilter, type Sort } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { BlendScale } from './blend/blend-scale'
import { LocalLink } from './local-link'

/** The sorts that have a link here, in its order. */
const LISTED = ['relevance', 'top', 'latest', 'heat', 'quality'] as const

/**
 * The orders of a feed, and how far back where that has a meaning, as links.
 * Asynchronous, so that its data comes after the stories' (docs/decisions/inline-styles.md).
 */
export async function SortBar({ filter }: { filter: FeedFilter }) {
  const t = await getTranslations('sort')
  const sorts = sortsOf(filter)
  return (
    <div className="sort-bar">
      <nav aria-label={t('label')} className="sorts">
        <ul>
          {LISTED.filter((sort) => sorts.includes(sort)).map((sort) => (
            <li key={sort}>
              <LocalLink
                href={feedHref(withSort(filter, sort))}
                aria-current={currentAs(sort, filter.sort)}
              >
                {t(sort)}
              </LocalLink>
            </li>
          ))}
        </ul>
        {filter.window && (
          <ul aria-label={t('window')}>
            {WINDOWS.map((window) => (
              <li key={window}>
                <LocalLink
                  href={feedHref(withSort(filter, filter.sort, window))}
                  aria-current={window === filter.window ? 'true' : undefined}
                >
                  {t(window)}
                </LocalLink>
              </li>
            ))}
          </ul>
        )}
      </nav>
      {isBlend(filter.sort) && <BlendScale filter={filter} />}
    </div>
  )
}

/** The stops between heat and quality stand under Top, the middle of them. */
function currentAs(listed: Sort, sort: Sort): 'page' | 'true' | undefined {
  if (listed === sort) return 'page'
  return listed === 'top' && isBlend(sort) ? 'true' : undefined
}
