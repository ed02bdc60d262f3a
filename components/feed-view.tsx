import { getTranslations } from 'next-intl/server'
import type { FeedPage } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'
import { feedHref, feedQuery } from '@/lib/feed-url'
import { getContentVersion } from '@/lib/queries/content-version'
import { getFeed } from '@/lib/queries/feed'
import { getTopics } from '@/lib/queries/topics'
import { shortenExcerpt } from '@/lib/shorten-excerpt'
import { EmptyFeed } from './empty-feed'
import { FeedHeading } from './feed-heading'
import { FeedList } from './feed-list'
import { LocalLink } from './local-link'
import { MissingPage } from './missing-page'
import { NewStories } from './news/new-stories'
import { SortBar } from './sort-bar'
import { TopicBar } from './topic-bar'

interface FeedViewProps {
  filter: FeedFilter
  /** Where this page begins, for readers who page without JavaScript; null for the first. */
  cursor: string | null
}

/** Stories that come with the HTML; more follow before a reader has come to their end. */
const FIRST_PAGE = 9

/** A feed with its topics, sorts and first stories. A topic that nobody knows and void cursors end as "not found". */
export async function FeedView({ filter, cursor }: FeedViewProps) {
  const version = await getContentVersion()
  const [result, topics] = await Promise.all([getFeed(filter, cursor, FIRST_PAGE), getTopics()])
  if (!result.ok) return <MissingPage />
  const { page } = result
  const t = await getTranslations('sort')

  return (
    <div className="feed page">
      <TopicBar filter={filter} topics={topics} />
      <main id="content">
        <FeedHeading filter={filter} topics={topics} />
        <SortBar filter={filter} />
        {!cursor && <NewStories query={feedQuery(filter)} version={version} />}
        {cursor && (
          <p className="pb-2">
            <LocalLink
              className="inline-flex min-h-11 items-center underline"
              href={feedHref(filter)}
            >
              {t('back')}
            </LocalLink>
          </p>
        )}
        {page.articles.length === 0 && page.nextCursor === null ? (
          <EmptyFeed filter={filter} />
        ) : (
          <FeedList
            query={feedQuery(filter)}
            first={shortened(page)}
            olderHref={page.nextCursor && feedHref(filter, page.nextCursor)}
            lead={!cursor}
          />
        )}
      </main>
    </div>
  )
}

/**
 * The page as it is sent with the HTML, twice, as text and as data: of all
 * excerpts but the first only as much as the two lines that a list shows.
 */
function shortened(page: FeedPage): FeedPage {
  const [first, ...others] = page.articles
  if (!first) return page
  return { ...page, articles: [first, ...others.map(shortenExcerpt)] }
}
