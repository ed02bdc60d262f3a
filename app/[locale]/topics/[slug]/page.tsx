import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { FeedView } from '@/components/feed-view'
import { MissingPage, missingMetadata } from '@/components/missing-page'
import { DEFAULT_FILTER, onlyTopic } from '@/lib/feed-filter'
import { decodeSegment } from '@/lib/feed-url'
import { isolate } from '@/lib/isolate'
import { getTopic, getTopics } from '@/lib/queries/topics'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[locale]/topics/[slug]'>

export async function generateStaticParams() {
  const topics = await getTopics()
  // A store without topics still needs one address to check the page with.
  return topics.length > 0 ? topics.map(({ slug }) => ({ slug })) : [{ slug: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const topic = await getTopic(decodeSegment(slug))
  return topic ? { title: isolate(topic.name, await getLocale()) } : missingMetadata()
}

export default async function TopicPage({ params }: Props) {
  const { slug } = await params
  const topic = await getTopic(decodeSegment(slug))
  if (!topic) return <MissingPage />
  return <FeedView filter={onlyTopic(DEFAULT_FILTER, topic.slug)} cursor={null} />
}
