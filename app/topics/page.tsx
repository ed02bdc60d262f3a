import type { Metadata } from 'next'
import { TopicPicker } from '@/components/topic-picker'
import { DEFAULT_FILTER } from '@/lib/feed-filter'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: 'All topics' }

export default function TopicsPage() {
  return <TopicPicker filter={DEFAULT_FILTER} />
}
