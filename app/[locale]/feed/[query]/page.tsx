import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { describeFeed } from '@/components/feed-title'
import { FeedView } from '@/components/feed-view'
import { MissingPage, missingMetadata } from '@/components/missing-page'
import { parseInternalFeedPath } from '@/lib/feed-url'
import { getTopics } from '@/lib/queries/topics'

// The address that readers see is `/` or `/topics/…` with a query; proxy.ts leads here.
export const ensureStatic = 'navigation'

type Props = PageProps<'/[locale]/feed/[query]'>

export function generateStaticParams() {
  return [{ query: 'sort=latest' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const parsed = parseInternalFeedPath((await params).query)
  if (!parsed.ok) return missingMetadata()
  const t = await getTranslations('title')
  return { title: describeFeed(parsed.filter, await getTopics(), t, await getLocale()) }
}

export default async function FilteredFeedPage({ params }: Props) {
  const parsed = parseInternalFeedPath((await params).query)
  if (!parsed.ok) return <MissingPage />
  return <FeedView filter={parsed.filter} cursor={parsed.cursor} />
}
