import type { Settings } from './settings'

/** What a reader can say of a topic or a source; null is nothing. */
export type Choice = 'follow' | 'mute' | null

export type ChoiceKind = 'topic' | 'source'

const LISTS = {
  topic: { follow: 'followedTopics', mute: 'mutedTopics' },
  source: { follow: 'followedSources', mute: 'mutedSources' },
} as const

/** What the settings say of a topic (by its slug) or a source (by its domain). */
export function choiceOf(settings: Settings, kind: ChoiceKind, name: string): Choice {
  const { follow, mute } = LISTS[kind]
  if (settings[mute].includes(name)) return 'mute'
  return settings[follow].includes(name) ? 'follow' : null
}

/** The lists of the settings with another choice: what is followed is not muted, and the reverse. */
export function withChoice(
  settings: Settings,
  kind: ChoiceKind,
  name: string,
  choice: Choice,
): Partial<Settings> {
  const { follow, mute } = LISTS[kind]
  const listed = (list: readonly string[], isIn: boolean) => {
    const others = list.filter((other) => other !== name)
    return isIn ? [...others, name] : others
  }
  return {
    [follow]: listed(settings[follow], choice === 'follow'),
    [mute]: listed(settings[mute], choice === 'mute'),
  }
}

/** Whether any topic or source is followed. */
export function isFollowing({ followedTopics, followedSources }: Settings): boolean {
  return followedTopics.length + followedSources.length > 0
}
