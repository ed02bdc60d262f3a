import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/client-messages'
import { KeptList } from '@/components/offline/kept-list'
import { KeptCopy } from '@/components/reader/kept-copy'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notKept')
  return { title: t('title'), robots: { index: false } }
}

/** What the service worker shows in place of a page that it cannot get (docs/decisions/offline.md). */
export default async function OfflinePage() {
  const t = await getTranslations('notKept')
  return (
    <KeptCopy>
      <main id="content" className="page py-8">
        <h1 className="text-3xl">{t('title')}</h1>
        <p className="mt-3 max-w-[60ch] text-muted">{t('why')}</p>
        <ClientMessages namespaces={['notKept']}>
          <KeptList />
        </ClientMessages>
      </main>
    </KeptCopy>
  )
}
