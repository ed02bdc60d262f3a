import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NothingHere } from '@/components/nothing-here'
import { KeptCopy } from '@/components/reader/kept-copy'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notFound')
  return { title: t('short') }
}

// Next sends this with every page, so it offers no stories (app/global-not-found.tsx does).
export default async function NotFoundPage() {
  return (
    <KeptCopy>
      <main id="content" className="page py-8">
        <NothingHere locale={await getLocale()} />
      </main>
    </KeptCopy>
  )
}
