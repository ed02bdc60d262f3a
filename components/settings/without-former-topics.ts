import type { TopicCount } from '@/lib/article'
import type { Settings } from '@/lib/reader/settings'

/**
 * Leaves out the topics that the site no longer has, since an address that
 * names one leads nowhere. They stay in the reader's settings.
 *
 * @returns the settings as they are while the topics cannot be fetched
 */
export async function withoutFormerTopics(settings: Settings): Promise<Settings> {
  const { followedTopics, mutedTopics } = settings
  if (followedTopics.length + mutedTopics.length === 0) return settings
  const slugs = await fetchSlugs().catch(() => null)
  if (slugs === null) return settings
  return {
    ...settings,
    followedTopics: followedTopics.filter((slug) => slugs.has(slug)),
    mutedTopics: mutedTopics.filter((slug) => slugs.has(slug)),
  }
}

async function fetchSlugs(): Promise<Set<string>> {
  const answer = await fetch('/api/topics')
  if (!answer.ok) throw new Error(`/api/topics answered ${answer.status}`)
  const { topics } = (await answer.json()) as { topics: TopicCount[] }
  return new Set(topics.map(({ slug }) => slug))
}
