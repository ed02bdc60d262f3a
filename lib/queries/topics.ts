import 'server-only'
import type { TopicChoice, TopicCount } from '@/lib/article'
import type { FeedFilter } from '@/lib/feed-filter'
import { readFrom } from '@/lib/store/read'
import { listTopicChoices } from '@/lib/store/topic-choices'
import { findTopic, listTopics } from '@/lib/store/topics'
import { livesWithContent } from './content'

/** Every topic with stories in it, the largest first. */
export async function getTopics(): Promise<TopicCount[]> {
  'use cache'
  livesWithContent()
  return readFrom(listTopics)
}

/** One topic, or null when readers know none of that slug. */
export async function getTopic(slug: string): Promise<TopicCount | null> {
  'use cache'
  livesWithContent()
  return readFrom((database) => findTopic(database, slug))
}

/** What each topic that the filter does not name would give. */
export async function getTopicChoices(filter: FeedFilter): Promise<TopicChoice[]> {
  'use cache'
  livesWithContent()
  return readFrom((database) => listTopicChoices(database, filter))
}
