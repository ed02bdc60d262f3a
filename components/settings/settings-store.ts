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
 * @returns whether the device keeps them; if not, they hold until the page is left
 */
export function changeSettings(change: Partial<Settings>): boolean {
  const settings = parseSettings({ ...readSettings(), ...change })
  const text = JSON.stringify(unusualSettings(settings))
  keepText(text)
  dispatchEvent(new CustomEvent(SETTINGS_EVENT, { detail: text }))
  return unkept === null
}

/**
 * Follows or mutes a topic or a source, or neither for null.
 *
 * @param name the topic's slug, or the source's domain
 * @returns what takes it back
 */
export function choose(kind: ChoiceKind, name: string, choice: Choice): () => void {
  const settings = readSettings()
  changeSettings(withChoice(settings, kind, name, choice))
  return () => void choose(kind, name, choiceOf(settings, kind, name))
}

/** Mutes everything from a source. @returns what takes it back */
export function muteSource(domain: string): () => void {
  return choose('source', domain, 'mute')
}

/** Mutes everything under a topic. @returns what takes it back */
export function muteTopic(slug: string): () => void {
  return choose('topic', slug, 'mute')
}

function subscribe(onChange: () => void): () => void {
  const listen = [SETTINGS_EVENT, 'storage']
  for (const type of listen) addEventListener(type, onChange)
  return () => {
    for (const type of listen) removeEventListener(type, onChange)
  }
}

function readText(): string {
  try {
    return unkept ?? localStorage.getItem(SETTINGS_KEY) ?? ''
  } catch {
    return ''
  }
}

function keepText(text: string): void {
  try {
    localStorage.setItem(SETTINGS_KEY, text)
    unkept = null
  } catch {
    unkept = text
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
