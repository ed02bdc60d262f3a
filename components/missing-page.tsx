import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { NothingHere } from './nothing-here'
import { KeptCopy } from './reader/kept-copy'
import { ServerOnlyPart } from './server-only-part'

/**
 * Stands in for a page whose address names nothing that there is, and makes the
 * answer a 404. Thrown by itself, `notFound()` would empty the document until a
 * script fills it; within a boundary it empties that only.
 */
export async function MissingPage() {
  return (
    <>
      <KeptCopy>
        <main id="content" className="page py-8">
          <NothingHere locale={await getLocale()} />
        </main>
      </KeptCopy>
      <ServerOnlyPart>
        <Suspense>
          <Refusal />
        </Suspense>
      </ServerOnlyPart>
    </>
  )
}

/** What the browser's tab says of an address that names nothing. */
export async function missingMetadata(): Promise<Metadata> {
  const t = await getTranslations('notFound')
  return { title: t('short') }
}

function Refusal(): never {
  notFound()
}
