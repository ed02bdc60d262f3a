import { useSyncExternalStore } from 'react'
import { choiceOf, withChoice, type Choice, type ChoiceKind } from '@/lib/reader/choices'
import {
  DEFAULT_SETTINGS,
  SETTINGS_EVENT,
  SETTINGS_KEY,
  parseSettings,
  unusualSettings,
  type Settings,
} from '@/lib/reader/settings'
import { isFull, type StoreFailure } from '@/lib/reader/store-failure'

/** What was read last. */
let last: { text: string; settings: Settings } = { text: '', settings: DEFAULT_SETTINGS }

/** What a device did not keep that is full or forbids it; it holds until the page is left. */
let unkept: string | null = null

/** The reader's settings as they are now. In the browser only. */
export function readSettings(): Settings {
  const text = readText()
  if (text !== last.text) last = { text, settings: parseSettings(parseJson(text)) }
  return last.settings
}

/** The reader's settings; the usual ones while the page is what the server wrote. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, readSettings, () => DEFAULT_SETTINGS)
}

/** Whether a setting that is either on or off is on. */
export function isOn(name: 'readOnScroll' | 'shortcuts'): boolean {
  return readSettings()[name]
}

/**
 * Changes settings: on this page at once, in other tabs in a moment.
 *
 * @returns null when the device has stored them, else why not; they hold then until the page is left
 */
export function changeSettings(change: Partial<Settings>): StoreFailure | null {
  const settings = parseSettings({ ...readSettings(), ...change })
  const text = JSON.stringify(unusualSettings(settings))
  const failure = keepText(text)
  dispatchEvent(new CustomEvent(SETTINGS_EVENT, { detail: text }))
  return failure
}

/** What became of a choice. */
export interface Chosen {
  /** Null when the device has stored it, else why it holds only until the page is left. */
  failure: StoreFailure | null
  undo: () => void
}

/**
 * Follows or mutes a topic or a source, or neither for null.
 *
 * @param name the topic's slug, or the source's domain
 */
export function choose(kind: ChoiceKind, name: string, choice: Choice): Chosen {
  const settings = readSettings()
  const failure = changeSettings(withChoice(settings, kind, name, choice))
  return { failure, undo: () => void choose(kind, name, choiceOf(settings, kind, name)) }
}

/** Mutes everything from a source. */
export function muteSource(domain: string): Chosen {
  return choose('source', domain, 'mute')
}

/** Mutes everything under a topic. */
export function muteTopic(slug: string): Chosen {
  return choose('topic', slug, 'mute')
}

function subscribe(onChange: () => void): () => void {
  const left = new AbortController()
  const { signal } = left
  const hear = ({ key }: StorageEvent) => {
    // Another tab has stored settings later, or cleared them.
    if (key === SETTINGS_KEY || key === null) unkept = null
    onChange()
  }
  addEventListener(SETTINGS_EVENT, onChange, { signal })
  addEventListener('storage', hear, { signal })
  return () => left.abort()
}

function readText(): string {
  try {
    return unkept ?? localStorage.getItem(SETTINGS_KEY) ?? ''
  } catch {
    return ''
  }
}

function keepText(text: string): StoreFailure | null {
  try {
    localStorage.setItem(SETTINGS_KEY, text)
    unkept = null
    return null
  } catch (error) {
    unkept = text
    return isFull(error) ? 'full' : 'unavailable'
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
