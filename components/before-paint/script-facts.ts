import { SORTS } from '@/lib/feed-filter'
import { DEFAULT_LOCALE, LOCALES } from '@/lib/locale'
import { HIDDEN_KEY } from '@/lib/reader/hidden-before-paint'
import { DEFAULT_SETTINGS, SETTINGS_EVENT, SETTINGS_KEY } from '@/lib/reader/settings'
import { THEME_COLORS } from '@/lib/reader/theme-colors'

/** What the script before the first paint has to know of the rest of Hotsheet. */
export interface ScriptFacts {
  settingsKey: string
  settingsEvent: string
  hiddenKey: string
  /** By theme, of the browser's own parts around the page. */
  themeColors: Partial<Record<string, string>>
  /** The languages that an address begins with. */
  prefixes: readonly string[]
  /** The orders that an address names. */
  sorts: readonly string[]
}

export const SCRIPT_FACTS: ScriptFacts = {
  settingsKey: SETTINGS_KEY,
  settingsEvent: SETTINGS_EVENT,
  hiddenKey: HIDDEN_KEY,
  themeColors: THEME_COLORS,
  prefixes: LOCALES.filter((locale) => locale !== DEFAULT_LOCALE),
  sorts: SORTS.filter((sort) => sort !== DEFAULT_SETTINGS.sort),
}
