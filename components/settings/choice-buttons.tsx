'use client'

import { useLocale, useTranslations } from 'next-intl'
import { isolate } from '@/lib/isolate'
import { choiceOf, type Choice, type ChoiceKind } from '@/lib/reader/choices'
import { choose, useSettings } from './settings-store'

interface ChoiceButtonsProps {
  kind: ChoiceKind
  /** The topic's slug, or the source's domain. */
  name: string
  /** How readers know it. */
  label: string
  onChosen?: (choice: Choice) => void
}

/** Follow or mute a topic or a source; pressed again, a button takes it back. */
export function ChoiceButtons({ kind, name, label, onChosen }: ChoiceButtonsProps) {
  const t = useTranslations('choices')
  const locale = useLocale()
  const chosen = choiceOf(useSettings(), kind, name)
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
            choose(kind, name, next)
            onChosen?.(next)
          }}
        >
          {t(choice)}
        </button>
      ))}
    </span>
  )
}
