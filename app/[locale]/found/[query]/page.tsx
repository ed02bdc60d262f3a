import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { describeFeed } from '@/components/feed-title'
import { MissingPage, missingMetadata } from '@/components/missing-page'
import { SearchResults } from '@/components/search-results'
import { parseInternalFeedPath } from '@/lib/feed-url'
import { getTopics } from '@/lib/queries/topics'

// The address that readers see is `/search` with a query; proxy.ts leads here.
export const ensureStatic = 'navigation'

type Props = PageProps<'/[locale]/found/[query]'>

export function generateStaticParams() {
  return [{ query: 'q=topic' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const parsed = parseInternalFeedPath((await params).query)
  if (!parsed.ok) return missingMetadata()
  const t = await getTranslations('title')
  const title = t('found', {
    title: describeFeed(parsed.filter, await getTopics(), t, await getLocale()),
  })
  // Searches can be made up without end; the stories themselves are in the feeds.
  return { title, robots: { index: false } }
}

export default async function SearchResultsPage({ params }: Props) {
  const parsed = parseInternalFeedPath((await params).query)
  if (!parsed.ok || parsed.filter.q === '') return <MissingPage />
  return <SearchResults filter={parsed.filter} cursor={parsed.cursor} />
}
