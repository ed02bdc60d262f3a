import { locale as readLocale } from 'next/root-params'
import { getRequestConfig } from 'next-intl/server'
import { DEFAULT_LOCALE, isLocale } from '@/lib/locale'
import { loadCatalogue } from './load-catalogue'

/** Which language a page is rendered in, and its catalogue: next-intl asks for it once a page. */
export default getRequestConfig(async ({ locale: wanted }) => {
  const named = wanted ?? (await readLocale())
  const locale = isLocale(named) ? named : DEFAULT_LOCALE
  return { locale, messages: await loadCatalogue(locale), timeZone: 'UTC' }
})
