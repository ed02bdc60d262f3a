import { useTranslations } from 'next-intl'
import { isUnfiltered, withSort, type FeedFilter } from '@/lib/feed-filter'
import { feedHref, pickerHref } from '@/lib/feed-url'
import { LocalLink } from './local-link'

/** What is said where a feed holds no story, and the ways back. */
export function EmptyFeed({ filter }: { filter: FeedFilter }) {
  const t = useTranslations('empty')
  if (isUnfiltered(filter) && !filter.window) {
    return (
      <div className="py-10">
        <p className="font-serif text-xl">{t('none')}</p>
        <p className="mt-2 text-muted">
          {t.rich('import', { code: (words) => <code dir="ltr">{words}</code> })}
        </p>
      </div>
    )
  }
  return (
    <div className="py-10">
      <p className="font-serif text-xl">{t('noMatch')}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        {filter.window && filter.window !== 'all' && (
          <LocalLink className="button" href={feedHref(withSort(filter, filter.sort, 'all'))}>
            {t('further')}
          </LocalLink>
        )}
        {!isUnfiltered(filter) && (
          <LocalLink className="button" href={pickerHref(filter)}>
            {t('change')}
          </LocalLink>
        )}
        <LocalLink className="button" href="/">
          {t('allStories')}
        </LocalLink>
      </p>
    </div>
  )
}
