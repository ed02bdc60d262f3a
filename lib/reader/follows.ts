import type { Settings } from './settings'

/** What of the settings a feed can stand for. */
export type Follows = Pick<
  Settings,
  'followedTopics' | 'followedSources' | 'mutedTopics' | 'mutedSources' | 'mutedWords'
>

/** Whether the settings hold all of it. */
export function includesFollows(settings: Settings, follows: Follows): boolean {
  return Object.entries(follows).every(([list, entries]) =>
    entries.every((entry) => settings[list as keyof Follows].includes(entry)),
  )
}

/** The lists of the settings with all of it, or with none of it. What it follows is not muted, and the reverse. */
export function withFollows(settings: Settings, follows: Follows, isIn: boolean): Follows {
  const topics = [...follows.followedTopics, ...follows.mutedTopics]
  const sources = [...follows.followedSources, ...follows.mutedSources]
  const listed = (list: keyof Follows, told: readonly string[]) => [
    ...settings[list].filter((entry) => !told.includes(entry)),
    ...(isIn ? follows[list] : []),
  ]
  return {
    followedTopics: listed('followedTopics', topics),
    followedSources: listed('followedSources', sources),
    mutedTopics: listed('mutedTopics', topics),
    mutedSources: listed('mutedSources', sources),
    mutedWords: listed('mutedWords', follows.mutedWords),
  }
}
