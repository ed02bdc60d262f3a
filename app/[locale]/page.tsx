import { FeedView } from '@/components/feed-view'
import { DEFAULT_FILTER } from '@/lib/feed-filter'

export const ensureStatic = 'navigation'

export default function HomePage() {
  return <FeedView filter={DEFAULT_FILTER} cursor={null} />
}
