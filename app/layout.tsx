import type { Metadata, Viewport } from 'next'
import { InlineStyles } from '@/components/inline-styles'
import { InstantLinks } from '@/components/instant-links'
import { Masthead } from '@/components/masthead'
import { QueryProvider } from '@/components/query-provider'

export const metadata: Metadata = {
  title: { default: 'Hotsheet', template: '%s · Hotsheet' },
  description:
    'A curated news feed: the stories that matter now, and why each stands where it stands.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfdfc' },
    { media: '(prefers-color-scheme: dark)', color: '#121416' },
  ],
}

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <InlineStyles />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Hotsheet"
          href="/opensearch.xml"
        />
        <a href="#content" className="skip-link">
          Skip to the stories
        </a>
        <QueryProvider>
          <Masthead />
          {children}
        </QueryProvider>
        <footer className="page mt-auto py-8 text-sm text-muted">
          <p>Hotsheet is a curated feed. Every story says why it stands where it stands.</p>
        </footer>
        <InstantLinks />
      </body>
    </html>
  )
}
