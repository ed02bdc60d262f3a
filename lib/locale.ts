/** The languages of the interface; the first needs no prefix in an address. */
export const LOCALES = ['en', 'de', 'ar'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'en'

/** How each language calls itself. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  ar: 'العربية',
}

/** True for the name of a language that the interface has. */
export function isLocale(name: string): name is Locale {
  return LOCALES.some((locale) => locale === name)
}

/** Which way a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The locale that dates and numbers are written by, as `Intl` takes it.
 * English has the day before the month, as most of its readers do.
 */
export function intlLocale(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}

/**
 * Where a page is in a language.
 *
 * @param path from the root and without a locale, such as `/topics?all=a`
 * @returns the same path in English, else one such as `/de/topics?all=a`, or `/de` for the front page
 */
export function localePath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path
  return `/${locale}${path.replace(/^\/(?=[?#]|$)/, '')}`
}

/**
 * Takes a path apart: the language that its first segment names, and what is
 * left without that.
 *
 * @param path from the root, as the address bar has it or with the internal `/en`
 */
export function splitLocale(path: string): { locale: Locale; path: string } {
  const [, first = ''] = /^\/([^/?#]*)/.exec(path) ?? []
  if (!isLocale(first)) return { locale: DEFAULT_LOCALE, path }
  const rest = path.slice(first.length + 1)
  return { locale: first, path: rest.startsWith('/') ? rest : `/${rest}` }
}
