import { useLocale, useTranslations } from 'next-intl'
import { intlLocale } from '@/lib/locale'
import { DENSITIES, TEXT_SIZES, THEMES } from '@/lib/reader/settings'
import { RadioChoice } from './radio-choice'
import type { ChangeSettings } from './settings-form'
import { useSettings } from './settings-store'

/** Colours, density and the size of the letters. */
export function LookFields({ change }: { change: ChangeSettings }) {
  const t = useTranslations('settings')
  const { theme, density, textSize } = useSettings()
  const percent = new Intl.NumberFormat(intlLocale(useLocale()), { style: 'percent' })
  return (
    <section aria-labelledby="settings-look">
      <h2 id="settings-look">{t('look')}</h2>
      <RadioChoice
        legend={t('theme')}
        name="theme"
        values={THEMES}
        chosen={theme}
        labelOf={(value) => t(value)}
        onChoose={(value) =>
          change({ theme: value }, t('changed', { name: t('theme'), value: t(value) }))
        }
      />
      <RadioChoice
        legend={t('density')}
        name="density"
        values={DENSITIES}
        chosen={density}
        labelOf={(value) => t(value)}
        onChoose={(value) =>
          change({ density: value }, t('changed', { name: t('density'), value: t(value) }))
        }
      />
      <RadioChoice
        legend={t('textSize')}
        name="text-size"
        values={TEXT_SIZES}
        chosen={textSize}
        labelOf={(value) => percent.format(value / 100)}
        onChoose={(value) => {
          const told = { name: t('textSize'), value: percent.format(value / 100) }
          change({ textSize: value }, t('changed', told))
        }}
      />
    </section>
  )
}
