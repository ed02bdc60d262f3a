import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/client-messages'
import { LanguageSwitch } from '@/components/language-switch'
import { SettingsForm } from '@/components/settings/settings-form'
import { getTopics } from '@/lib/queries/topics'
import './settings.css'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const [topics, t, tSite] = await Promise.all([
    getTopics(),
    getTranslations('settings'),
    getTranslations('site'),
  ])
  return (
    <main id="content" className="settings-page page pb-10">
      <h1 className="pt-3 text-3xl">{t('title')}</h1>
      <p className="mt-2 text-muted">{t('onDevice')}</p>
      <LanguageSwitch label={tSite('languages')} />
      <p className="needs-script mt-4">{t('needsScript')}</p>
      <ClientMessages namespaces={['settings', 'choices', 'sort', 'blend']}>
        <SettingsForm topics={topics.map(({ slug, name }) => ({ slug, name }))} />
      </ClientMessages>
    </main>
  )
}
