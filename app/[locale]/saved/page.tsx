import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/client-messages'
import { SavedStories } from '@/components/reader/saved-stories'
import './saved.css'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('saved')
  return { title: t('title') }
}

/** The same for everybody: what is saved, the device alone knows. */
export default async function SavedPage() {
  const t = await getTranslations('saved')
  return (
    <main id="content" className="saved-page page pb-10">
      <h1 className="pt-3 text-3xl">{t('title')}</h1>
      <noscript>
        <p>{t('noScript')}</p>
      </noscript>
      <ClientMessages namespaces={['saved']}>
        <SavedStories />
      </ClientMessages>
    </main>
  )
}
