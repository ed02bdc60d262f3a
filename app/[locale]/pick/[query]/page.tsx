import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MissingPage } from '@/components/missing-page'
import { TopicPicker } from '@/components/topic-picker'
import { parseInternalFeedPath } from '@/lib/feed-url'

// The address that readers see is `/topics` with a query; proxy.ts leads here.
export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topics')
  return { title: t('combine') }
}

export function generateStaticParams() {
  return [{ query: 'sort=latest' }]
}

export default async function PickTopicsPage({ params }: PageProps<'/[locale]/pick/[query]'>) {
  const parsed = parseInternalFeedPath((await params).query)
  if (!parsed.ok) return <MissingPage />
  return <TopicPicker filter={parsed.filter} />
}
