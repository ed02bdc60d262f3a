import { useLocale, useTranslations } from 'next-intl'
import { SORTS } from '@/lib/feed-filter'
import { isolate } from '@/lib/isolate'
import { LANGUAGE_NAMES, LOCALES, localePath, type Locale } from '@/lib/locale'
import type { ChangeSettings } from './settings-form'
import { useSettings } from './settings-store'

const PLAIN = ['top', 'latest', 'heat', 'quality'] as const
const BLENDED = ['blend0', 'blend25', 'blend75', 'blend100'] as const

/** The order of the front page, the language, and how reading and keys work. */
export function ReadingFields({ change }: { change: ChangeSettings }) {
  const t = useTranslations('settings')
  return (
    <section aria-labelledby="settings-reading">
      <h2 id="settings-reading">{t('reading')}</h2>
      <SortField change={change} />
      <LanguageField change={change} />
      <OnOff name="readOnScroll" change={change} />
      <OnOff name="shortcuts" change={change} />
    </section>
  )
}

function SortField({ change }: { change: ChangeSettings }) {
  const t = useTranslations('settings')
  const plain = useTranslations('sort')
  const blended = useTranslations('blend')
  const { sort } = useSettings()
  return (
    <label className="settings-select">
      {t('sort')}
      <select
        value={sort}
        onChange={({ target: { value, selectedOptions } }) => {
          const chosen = SORTS.find((each) => each === value)
          const told = { name: t('sort'), value: selectedOptions[0]?.label ?? value }
          if (chosen) change({ sort: chosen }, t('changed', told))
        }}
      >
        {PLAIN.map((value) => (
          <option key={value} value={value}>
            {plain(value)}
          </option>
        ))}
        <optgroup label={blended('label')}>
          {BLENDED.map((value) => (
            <option key={value} value={value}>
              {blended(`stop.${value}`)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

function LanguageField({ change }: { change: ChangeSettings }) {
  const t = useTranslations('settings')
  const { language } = useSettings()
  const current = useLocale()
  const choose = (chosen: Locale | null) => {
    const value = chosen ? isolate(LANGUAGE_NAMES[chosen], current) : t('anyLanguage')
    change({ language: chosen }, t('changed', { name: t('language'), value }))
  }
  return (
    <>
      <label className="settings-select">
        {t('language')}
        <select
          value={language ?? ''}
          onChange={({ target }) => choose(LOCALES.find((each) => each === target.value) ?? null)}
        >
          <option value="">{t('anyLanguage')}</option>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LANGUAGE_NAMES[locale]}
            </option>
          ))}
        </select>
      </label>
      {language && language !== current && (
        <p>
          {/* Not at once: a select changes with each press of an arrow on the way to a choice. */}
          <a className="button" href={localePath(language, '/settings')} data-native="">
            {t('showIn', { name: isolate(LANGUAGE_NAMES[language], current) })}
          </a>
        </p>
      )}
    </>
  )
}

interface OnOffProps {
  name: 'readOnScroll' | 'shortcuts'
  change: ChangeSettings
}

function OnOff({ name, change }: OnOffProps) {
  const t = useTranslations('settings')
  return (
    <label className="settings-check">
      <input
        type="checkbox"
        checked={useSettings()[name]}
        onChange={({ target: { checked } }) =>
          change(
            { [name]: checked },
            t('changed', { name: t(name), value: t(checked ? 'on' : 'off') }),
          )
        }
      />
      {t(name)}
    </label>
  )
}
