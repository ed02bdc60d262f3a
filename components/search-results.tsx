import { getLocale, getTranslations } from 'next-intl/server'
import type { FeedFilter } from '@/lib/feed-filter'
import { feedHref, feedQuery } from '@/lib/feed-url'
import { getFeed } from '@/lib/queries/feed'
import { getTopics } from '@/lib/queries/topics'
import { shortenExcerpt } from '@/lib/shorten-excerpt'
import { ChosenTopics } from './chosen-topics'
import { FeedList } from './feed-list'
import { describeFeed } from './feed-title'
import { LocalLink } from './local-link'
import { MissingPage } from './missing-page'
import { NarrowSearch } from './narrow-search'
import { NothingFound } from './nothing-found'
import { SearchField } from './search-field'
import { FeedChoices } from './settings/feed-choices'
import { SortBar } from './sort-bar'
import './search-page.css'

interface SearchResultsProps {
  /** What is searched for, and where. */
  filter: FeedFilter
  /** Where this page begins, for readers who page without JavaScript; null for the first. */
  cursor: string | null
}

/** Stories that come with the HTML; more follow before a reader has come to their end. */
const FIRST_PAGE = 9

/** What a search found, and how to go on from there. Void cursors end as "not found". */
export async function SearchResults({ filter, cursor }: SearchResultsProps) {
  const [result, topics] = await Promise.all([getFeed(filter, cursor, FIRST_PAGE), getTopics()])
  if (!result.ok) return <MissingPage />
  const { articles, nextCursor } = result.page
  const t = await getTranslations()
  const isEmpty = articles.length === 0 && nextCursor === null
  const locale = await getLocale()
  const title = describeFeed(filter, topics, await getTranslations('title'), locale)
  const hasTopics = filter.any.length + filter.all.length + filter.none.length > 0

  return (
    <main id="content" className="search-page page">
      <h1 className="sr-only">{t('search.heading', { title })}</h1>
      <SearchField text={filter.q} keep={keptParameters(filter)} />
      {hasTopics && <ChosenTopics filter={filter} topics={topics} hrefOf={feedHref} />}
      {!isEmpty && (
        <>
          <NarrowSearch filter={filter} stories={articles} />
          <FeedChoices filter={filter} topics={topics} />
          <SortBar filter={filter} />
        </>
      )}
      {cursor && (
        <p className="pb-2">
          <LocalLink
            className="inline-flex min-h-11 items-center underline"
            href={feedHref(filter)}
          >
            {t('sort.back')}
          </LocalLink>
        </p>
      )}
      {isEmpty ? (
        <NothingFound filter={filter} />
      ) : (
        <FeedList
          query={feedQuery(filter)}
          first={{ articles: articles.map(shortenExcerpt), nextCursor }}
          olderHref={nextCursor && feedHref(filter, nextCursor)}
          lead={false}
        />
      )}
    </main>
  )
}

/** What stays when the reader changes the text: all but the text itself. */
function keptParameters(filter: FeedFilter): [name: string, value: string][] {
  return [...new URLSearchParams(feedQuery(filter))].filter(([name]) => name !== 'q')
}
