import { useLocale, useTranslations } from 'next-intl'
import { isolate } from '@/lib/isolate'
import type { ChoiceKind } from '@/lib/reader/choices'
import type { TellChange } from './settings-form'
import { ChoiceButtons } from './choice-buttons'

/** A topic or source that can be followed or muted. */
export interface ChoiceItem {
  /** Slug or domain. */
  name: string
  label: string
}

interface ChoiceListProps {
  kind: ChoiceKind
  label: string
  items: ChoiceItem[]
  tell: TellChange
}

/** Topics or sources, each with what can be done with it. */
export function ChoiceList({ kind, label, items, tell }: ChoiceListProps) {
  const t = useTranslations('settings')
  const locale = useLocale()
  const toldOf = { follow: 'followed', mute: 'muted', none: 'neither' } as const
  return (
    <ul className="choice-list" aria-label={label}>
      {items.map((item) => (
        <li key={item.name}>
          <bdi>{item.label}</bdi>
          <ChoiceButtons
            kind={kind}
            name={item.name}
            label={item.label}
            onChosen={(choice, failure) =>
              tell(t(toldOf[choice ?? 'none'], { name: isolate(item.label, locale) }), failure)
            }
          />
        </li>
      ))}
    </ul>
  )
}
