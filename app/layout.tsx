import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { InstantLinks } from '@/components/instant-links'
import { Masthead } from '@/components/masthead'
import { QueryProvider } from '@/components/query-provider'
import './globals.css'

// `optional` never moves a line that is already painted: on a slow first visit
// the system's fonts stay, and the next page has these from the cache.
const headline = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  variable: '--font-headline',
  display: 'optional',
  weight: '200 800',
  adjustFontFallback: 'Times New Roman',
})
const text = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  variable: '--font-text',
  display: 'optional',
  weight: '400 700',
  adjustFontFallback: 'Arial',
})

export const metadata: Metadata = {
  title: { default: 'Hotsheet', template: '%s · Hotsheet' },
  description: 'A curated news feed: the stories that matter now, and why each stands where it stands.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfdfc' },
    { media: '(prefers-color-scheme: dark)', color: '#121416' },
  ],
}

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" className={`${headline.variable} ${text.variable}`}>
      <body>
        <a href="#content" className="skip-link">
          Skip to the stories
        </a>
        <Masthead />
        <QueryProvider>{children}</QueryProvider>
        <footer className="page mt-auto flex flex-wrap gap-x-6 gap-y-1 py-8 text-sm text-muted">
          <p>Hotsheet is a curated feed. Every story says why it stands where it stands.</p>
        </footer>
        <InstantLinks />
      </body>
    </html>
  )
}
