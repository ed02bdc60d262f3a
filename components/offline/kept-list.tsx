'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { NOT_KEPT } from '@/lib/offline'
import { listKept, type KeptPage, type KeptPages } from './kept-pages'
import { reloadOnce } from './reload-once'
import { watchConnection } from './watch-connection'
import './kept-list.css'

/** Which pages and saved stories can be read without a line, and the way to try again. */
export function KeptList() {
  const t = useTranslations('notKept')
  const [kept, setKept] = useState<KeptPages | null>(null)

  useEffect(() => {
    const left = new AbortController()
    void listKept().then((found) => {
      if (!left.signal.aborted) setKept(found)
    })
    // Elsewhere than at its own address, this page stands for one that could not be had.
    const isInPlace = !location.pathname.endsWith(NOT_KEPT)
    const retry = (isOnline: boolean) => {
      if (isOnline) reloadOnce()
    }
    if (isInPlace) watchConnection(retry, left.signal)
    return () => left.abort()
  }, [])

  return (
    <>
      <p className="mt-5">
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('retry')}
        </button>
      </p>
      {kept && kept.read.length + kept.saved.length === 0 && <p className="mt-5">{t('nothing')}</p>}
      {kept && <Pages heading={t('saved')} pages={kept.saved} />}
      {kept && <Pages heading={t('kept')} pages={kept.read} />}
    </>
  )
}

function Pages({ heading, pages }: { heading: string; pages: KeptPage[] }) {
  if (pages.length === 0) return null
  return (
    <section className="kept">
      <h2 className="text-xl">{heading}</h2>
      <ul className="kept-pages">
        {pages.map(({ href, title }) => (
          <li key={href}>
            {/* Loaded whole: that is how it is kept. */}
            <a href={href} data-native="">
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
