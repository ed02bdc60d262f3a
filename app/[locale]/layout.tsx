import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { BeforePaint } from '@/components/before-paint/before-paint'
import { InlineStyles } from '@/components/inline-styles'
import { InstantLinks } from '@/components/instant-links'
import { LanguageSwitch } from '@/components/language-switch'
import { Masthead } from '@/components/masthead'
import { OfflineNotice } from '@/components/offline/offline-notice'
import { QueryProvider } from '@/components/query-provider'
import { ReaderTools } from '@/components/reader/reader-tools'
import { LOCALES, directionOf, localePath } from '@/lib/locale'
import { THEME_COLORS } from '@/lib/reader/theme-colors'

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }))
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return {
    title: { default: 'Hotsheet', template: '%s · Hotsheet' },
    description: t('description'),
    manifest: localePath(await getLocale(), '/manifest.webmanifest'),
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: THEME_COLORS.light },
    { media: '(prefers-color-scheme: dark)', color: THEME_COLORS.dark },
  ],
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const locale = await getLocale()
  const t = await getTranslations('site')
  // What the client components of every page say; a page adds what only its own need.
  const { failure, feed, news, offline, searchField, story } = await getMessages()
  return (
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <head>
        <BeforePaint />
      </head>
      <body>
        <InlineStyles />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Hotsheet"
          href="/opensearch.xml"
        />
        <a href="#content" className="skip-link">
          {t('skip')}
        </a>
        <NextIntlClientProvider
          locale={locale}
          messages={{ failure, feed, news, offline, searchField, story }}
        >
          <QueryProvider>
            <Masthead />
            {children}
          </QueryProvider>
          <footer className="page mt-auto py-8 text-sm text-muted">
            <p>{t('about')}</p>
            <LanguageSwitch label={t('languages')} />
          </footer>
          <ReaderTools />
          <OfflineNotice />
          <InstantLinks />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
