import type { TopicInfo } from '@/lib/article'
import { ClientMessages } from '@/components/client-messages'
import type { FeedFilter } from '@/lib/feed-filter'
import { followedBy } from '@/lib/reader/followed-by'
import { ChoiceButtons } from './choice-buttons'
import { FollowAll } from './follow-all'

interface FeedChoicesProps {
  filter: FeedFilter
  topics: TopicInfo[]
}

/** What a reader can do with the feed that they look at: follow or mute it where it is one thing, else follow it all. */
export function FeedChoices({ filter, topics }: FeedChoicesProps) {
  const follows = followedBy(filter)
  if (!follows) return null
  const { followedTopics, followedSources } = follows
  const [topic] = followedTopics
  const [source] = followedSources
  const isOne = Object.values(follows).flat().length === 1
  return (
    <ClientMessages namespaces={['choices']}>
      {isOne && topic !== undefined && (
        <ChoiceButtons
          kind="topic"
          name={topic}
          label={topics.find(({ slug }) => slug === topic)?.name ?? topic}
        />
      )}
      {isOne && source !== undefined && (
        <ChoiceButtons kind="source" name={source} label={source} />
      )}
      {!isOne && <FollowAll follows={follows} />}
    </ClientMessages>
  )
}
