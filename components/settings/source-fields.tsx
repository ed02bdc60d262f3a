import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSuggestions } from '@/components/use-suggestions'
import { isolate } from '@/lib/isolate'
import { readDomain } from '@/lib/reader/settings'
import { ChoiceList, type ChoiceItem } from './choice-list'
import type { TellChange } from './settings-form'
import { useListed } from './use-listed'
import { useSettings } from './settings-store'

/** Which sources to follow and which to mute. */
export function SourceFields({ tell }: { tell: TellChange }) {
  const t = useTranslations('settings')
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const [typed, setTyped] = useState('')
  const { followedSources, mutedSources } = useSettings()
  const listed = useListed([...followedSources, ...mutedSources])
  return (
    <section aria-labelledby="settings-sources">
      <h2 id="settings-sources">{t('sources')}</h2>
      <label className="settings-text">
        {t('findSource')}
        <input
          ref={setField}
          type="search"
          autoCapitalize="none"
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value.trim())}
        />
      </label>
      {field && typed !== '' ? (
        <FoundSources field={field} typed={typed} tell={tell} />
      ) : (
        <ChoiceList
          kind="source"
          label={t('sources')}
          items={listed.map((domain) => ({ name: domain, label: domain }))}
          tell={tell}
        />
      )}
    </section>
  )
}

interface FoundSourcesProps {
  field: HTMLInputElement
  typed: string
  tell: TellChange
}

/** Sources that begin so, and the typed domain itself: it may be one that is yet to come. */
function FoundSources({ field, typed, tell }: FoundSourcesProps) {
  const t = useTranslations('settings')
  const locale = useLocale()
  const { sources } = useSuggestions(field)
  const known = sources.flatMap(({ name, domain }): ChoiceItem | [] =>
    domain ? { name: domain, label: `${isolate(name, locale)} (${isolate(domain, locale)})` } : [],
  )
  const domain = readDomain(typed)
  const isNew = domain !== '' && !known.some(({ name }) => name === domain)
  const items = [...known, ...(isNew ? [{ name: domain, label: domain }] : [])]
  return (
    <>
      <p role="status" className="settings-found">
        {items.length > 0 ? t('found', { count: items.length }) : t('noSource')}
      </p>
      <ChoiceList kind="source" label={t('sources')} items={items} tell={tell} />
    </>
  )
}
