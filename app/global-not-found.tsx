import type { Metadata } from 'next'
import { BeforePaint } from '@/components/before-paint/before-paint'
import { InlineStyles } from '@/components/inline-styles'
import { NothingHere } from '@/components/nothing-here'
import { StoriesInstead } from '@/components/stories-instead'
import { CHOOSE_LANGUAGE } from '@/lib/choose-language.mjs'
import { DEFAULT_LOCALE, LOCALES, directionOf, localePath } from '@/lib/locale'

export const metadata: Metadata = { title: 'Hotsheet' }

/**
 * Shown for an address that no page of the site has. The page is one for all
 * addresses; without a script it speaks every language.
 */
export default function NotFoundAnywhere() {
  return (
    <html lang={DEFAULT_LOCALE} suppressHydrationWarning>
      <head>
        <BeforePaint />
      </head>
      <body>
        <InlineStyles />
        {LOCALES.map((locale) => (
          <div key={locale} lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
            <header className="masthead-row page">
              <p className="masthead">
                <a href={localePath(locale, '/')}>Hotsheet</a>
              </p>
            </header>
            <main className="page py-8">
              <NothingHere locale={locale} />
              <StoriesInstead locale={locale} />
            </main>
          </div>
        ))}
        <script dangerouslySetInnerHTML={{ __html: CHOOSE_LANGUAGE }} />
      </body>
    </html>
  )
}
