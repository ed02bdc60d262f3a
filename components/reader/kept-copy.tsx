'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { fetchArticleStyles } from '@/components/article-styles'
import { loadCatalogue } from '@/lib/i18n/load-catalogue'
import type { Locale } from '@/lib/locale'
import { publicIdFrom } from '@/lib/slug'
import { hasMarks } from './has-marks'

/**
 * Shows, at the address of a story that is not there, the copy that the device keeps
 * of it, if the reader has saved it; else what is told in its place.
 */
export function KeptCopy({ children }: { children: React.ReactNode }) {
  const locale = useLocale()
  const [kept, setKept] = useState<Awaited<ReturnType<typeof loadKept>>>(null)
  useEffect(() => {
    loadKept(locale).then(setKept, () => undefined)
  }, [locale])
  if (!kept) return children
  const { KeptArticle, ...rest } = kept
  return <KeptArticle {...rest} />
}

/** All that the kept copy is shown with, or null where none is kept. */
async function loadKept(locale: Locale) {
  const [, segment] = /\/articles\/([^/]+)$/.exec(location.pathname) ?? []
  const id = segment && publicIdFrom(segment)
  if (!id || !hasMarks()) return null
  const { findCopy } = await import('./device-store')
  const copy = await findCopy(id)
  if (!copy?.article) return null
  const [{ KeptArticle }, catalogue] = await Promise.all([
    import('./kept-article'),
    loadCatalogue(locale),
    fetchArticleStyles(),
  ])
  return { KeptArticle, catalogue, article: copy.article, keptAt: copy.keptAt }
}
