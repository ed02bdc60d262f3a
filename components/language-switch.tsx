'use client'

import { useLocale } from 'next-intl'
import { LANGUAGE_NAMES, LOCALES, localePath, splitLocale, type Locale } from '@/lib/locale'
import { changeSettings, readSettings } from './settings/settings-store'

/**
 * The languages of the interface, each with this same page in it. A static
 * page's footer does not know its address, so the links learn it when a reader
 * comes to them; without a script they lead to the front page.
 */
export function LanguageSwitch({ label }: { label: string }) {
  const current = useLocale()
  return (
    <nav aria-label={label} className="languages">
      <ul>
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={localePath(locale, '/')}
              lang={locale}
              hrefLang={locale}
              aria-current={locale === current ? 'true' : undefined}
              data-native=""
              onPointerEnter={(event) => leadToThisPage(event.currentTarget, locale)}
              onFocus={(event) => leadToThisPage(event.currentTarget, locale)}
              onClick={(event) => {
                leadToThisPage(event.currentTarget, locale)
                // Whoever has a language of their own changes it here as well.
                if (readSettings().language) changeSettings({ language: locale })
              }}
            >
              {LANGUAGE_NAMES[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function leadToThisPage(link: HTMLAnchorElement, locale: Locale) {
  const { pathname, search } = location
  link.href = localePath(locale, splitLocale(pathname + search).path)
}
