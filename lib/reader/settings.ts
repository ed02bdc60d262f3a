import { SORTS, type FeedSort } from '@/lib/feed-filter'
import { LOCALES, type Locale } from '@/lib/locale'

/** Where the settings are kept on the device. */
export const SETTINGS_KEY = 'hotsheet:settings'

/**
 * Told on the window when this tab has changed the settings; its detail is their
 * text as it is kept. Other tabs are told by `storage`.
 */
export const SETTINGS_EVENT = 'hotsheet:settings-changed'

export const THEMES = ['system', 'light', 'dark', 'sepia'] as const
export const DENSITIES = ['comfortable', 'compact', 'headlines'] as const
/** Per cent of the letters' usual size. */
export const TEXT_SIZES = [90, 100, 115, 130, 150] as const

/** How a reader wants the paper. It is kept on the device alone. */
export interface Settings {
  theme: (typeof THEMES)[number]
  density: (typeof DENSITIES)[number]
  textSize: (typeof TEXT_SIZES)[number]
  /** The order of the front page. */
  sort: FeedSort
  /** Null: what the address says. */
  language: Locale | null
  /** Whether a story scrolled past counts as read. */
  readOnScroll: boolean
  /** Whether single keys do something. */
  shortcuts: boolean
  /** Slugs; none is muted as well. */
  followedTopics: readonly string[]
  /** Domains without `www.`, in lower case; none is muted as well. */
  followedSources: readonly string[]
  mutedTopics: readonly string[]
  mutedSources: readonly string[]
  /** Words and phrases as the reader typed them, each with a letter or digit. */
  mutedWords: readonly string[]
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  textSize: 100,
  sort: 'top',
  language: null,
  readOnScroll: false,
  shortcuts: true,
  followedTopics: [],
  followedSources: [],
  mutedTopics: [],
  mutedSources: [],
  mutedWords: [],
}

/** So many entries of a list are kept: more than anyone chooses by hand. */
const MAX_ENTRIES = 500
/** In UTF-16 units. */
const MAX_LENGTH = 100

/**
 * Reads settings from what a device or a file holds. What cannot be understood
 * is as if it had not been said; the rest stays.
 *
 * @param value parsed JSON, untrusted
 */
export function parseSettings(value: unknown): Settings {
  const found: Record<string, unknown> = typeof value === 'object' && value ? { ...value } : {}
  const mutedTopics = readList(found.mutedTopics, readSlug)
  const mutedSources = readList(found.mutedSources, readDomain)
  const usual = DEFAULT_SETTINGS
  return {
    theme: readChoice(found.theme, THEMES) ?? usual.theme,
    density: readChoice(found.density, DENSITIES) ?? usual.density,
    textSize: readChoice(found.textSize, TEXT_SIZES) ?? usual.textSize,
    sort: readChoice(found.sort, SORTS) ?? usual.sort,
    language: readChoice(found.language, LOCALES) ?? usual.language,
    readOnScroll: readChoice(found.readOnScroll, [true, false]) ?? usual.readOnScroll,
    shortcuts: readChoice(found.shortcuts, [true, false]) ?? usual.shortcuts,
    followedTopics: without(mutedTopics, readList(found.followedTopics, readSlug)),
    followedSources: without(mutedSources, readList(found.followedSources, readDomain)),
    mutedTopics,
    mutedSources,
    mutedWords: readList(found.mutedWords, readWord),
  }
}

/** What of the settings is not as usual: all that has to be kept of them. */
export function unusualSettings(settings: Settings): Partial<Settings> {
  const usual: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  const isUnusual = ([name, value]: [string, unknown]) =>
    Array.isArray(value) ? value.length > 0 : value !== usual[name]
  return Object.fromEntries(Object.entries(settings).filter(isUnusual))
}

function readChoice<T>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value)
}

/** Every entry that can be read, once. */
function readList(value: unknown, read: (text: string) => string): string[] {
  const texts = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
  const entries = texts
    .map((text) => read(text.toWellFormed().trim()))
    .filter((entry) => entry !== '' && entry.length <= MAX_LENGTH)
  return [...new Set(entries)].slice(0, MAX_ENTRIES)
}

function readSlug(text: string): string {
  return /^[\p{L}\p{M}\p{N}_-]+$/u.test(text) ? text : ''
}

/** The domain of a source, also from an address that someone pasted; empty for what is none. */
export function readDomain(text: string): string {
  const host = text.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)*|[/?#].*$/g, '')
  return /^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)+$/u.test(host) ? host : ''
}

/** A word or phrase to mute, in its one form; empty where nothing can be looked for. */
export function readWord(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.normalize('NFC').trim().replace(/\s+/g, ' ') : ''
}

function without(left: readonly string[], entries: string[]): string[] {
  return entries.filter((entry) => !left.includes(entry))
}
