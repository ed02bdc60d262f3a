'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { isolate } from '@/lib/isolate'
import { choiceOf, type Choice, type ChoiceKind } from '@/lib/reader/choices'
import type { StoreFailure } from '@/lib/reader/store-failure'
import { choose, useSettings } from './settings-store'

interface ChoiceButtonsProps {
  kind: ChoiceKind
  /** The topic's slug, or the source's domain. */
  name: string
  /** How readers know it. */
  label: string
  /** Told of a choice, and why the device has not stored it; else the buttons say so. */
  onChosen?: (choice: Choice, failure: StoreFailure | null) => void
}

/** Follow or mute a topic or a source; pressed again, a button takes it back. */
export function ChoiceButtons({ kind, name, label, onChosen }: ChoiceButtonsProps) {
  const t = useTranslations('choices')
  const locale = useLocale()
  const chosen = choiceOf(useSettings(), kind, name)
  const [isUnkept, setUnkept] = useState(false)
  return (
    <span className="choice-buttons">
      {(['follow', 'mute'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={chosen === choice}
          aria-label={t(`${choice}Name`, { name: isolate(label, locale) })}
          onClick={() => {
            const next = chosen === choice ? null : choice
            const { failure } = choose(kind, name, next)
            if (onChosen) onChosen(next, failure)
            else setUnkept(failure !== null)
          }}
        >
          {t(choice)}
        </button>
      ))}
      {!onChosen && <span role="status">{isUnkept && t('visitOnly')}</span>}
    </span>
  )
}
