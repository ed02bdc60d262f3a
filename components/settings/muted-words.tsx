import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { isolate } from '@/lib/isolate'
import { readWord } from '@/lib/reader/settings'
import type { ChangeSettings } from './settings-form'
import { useSettings } from './settings-store'

/** Words whose stories the reader does not want. */
export function MutedWords({ change }: { change: ChangeSettings }) {
  const t = useTranslations('settings')
  const locale = useLocale()
  const { mutedWords } = useSettings()
  const field = useRef<HTMLInputElement>(null)
  const [isVoid, setVoid] = useState(false)
  const add = () => {
    const word = readWord(field.current?.value ?? '')
    setVoid(word === '')
    field.current?.focus()
    if (word === '' || !field.current) return
    field.current.value = ''
    change({ mutedWords: [...mutedWords, word] }, t('wordMuted', { word: isolate(word, locale) }))
  }
  const remove = (word: string) => {
    field.current?.focus()
    const told = t('wordRemoved', { word: isolate(word, locale) })
    change({ mutedWords: mutedWords.filter((other) => other !== word) }, told)
  }
  return (
    <section aria-labelledby="settings-words">
      <h2 id="settings-words">{t('words')}</h2>
      <p id="settings-words-help">{t('wordsHelp')}</p>
      <label className="settings-text">
        {t('word')}
        <input
          ref={field}
          type="text"
          maxLength={100}
          autoComplete="off"
          aria-describedby={isVoid ? 'settings-no-word' : 'settings-words-help'}
          aria-invalid={isVoid}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
          }}
        />
      </label>
      <button type="button" className="button" onClick={add}>
        {t('addWord')}
      </button>
      <p id="settings-no-word" role="alert">
        {isVoid && t('noWord')}
      </p>
      <ul className="choice-list" aria-label={t('words')}>
        {mutedWords.map((word) => (
          <li key={word}>
            <span dir="auto">{word}</span>
            <span className="choice-buttons">
              <button
                type="button"
                aria-label={t('removeWord', { word: isolate(word, locale) })}
                onClick={() => remove(word)}
              >
                {t('remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
