import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TopicPicker } from '@/components/topic-picker'
import { DEFAULT_FILTER } from '@/lib/feed-filter'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topics')
  return { title: t('allTopics') }
}

export default function TopicsPage() {
  return <TopicPicker filter={DEFAULT_FILTER} />
}
