import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TopicInfo } from '@/lib/article'
import { isolate } from '@/lib/isolate'
import { fold } from '@/lib/search/fold'
import { ChoiceList, type ChoiceItem } from './choice-list'
import type { TellChange } from './settings-form'
import { useListed } from './use-listed'
import { useSettings } from './settings-store'

interface TopicFieldsProps {
  /** Every topic, the largest first. */
  topics: TopicInfo[]
  tell: TellChange
}

/** So many topics are offered before anything is typed. */
const OFFERED = 8
/** So many are shown of those that fit what is typed. */
const FOUND = 20

/** Which topics to follow and which to mute. */
export function TopicFields({ topics, tell }: TopicFieldsProps) {
  const t = useTranslations('settings')
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const { followedTopics, mutedTopics } = useSettings()
  const listed = useListed([...followedTopics, ...mutedTopics])
  const all: ChoiceItem[] = topics.map(({ slug, name }) => ({ name: slug, label: name }))
  const chosen = listed.map(
    (slug) =>
      all.find(({ name }) => name === slug) ?? {
        name: slug,
        label: t('goneTopic', { slug: isolate(slug, locale) }),
      },
  )
  const others = all.filter(({ name }) => !listed.includes(name))
  const wanted = fold(typed.trim())
  const found = all.filter(({ label }) => fold(label).includes(wanted)).slice(0, FOUND)
  return (
    <section aria-labelledby="settings-topics">
      <h2 id="settings-topics">{t('topics')}</h2>
      <label className="settings-text">
        {t('findTopic')}
        <input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <p role="status" className="settings-found">
        {wanted && (found.length > 0 ? t('found', { count: found.length }) : t('noTopic'))}
      </p>
      <ChoiceList
        kind="topic"
        label={t('topics')}
        items={wanted ? found : [...chosen, ...others.slice(0, OFFERED)]}
        tell={tell}
      />
    </section>
  )
}
