import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { forgetKept } from '@/components/offline/forget-kept'
import { clearReader } from '@/components/reader/reader-transfer'
import { DEFAULT_SETTINGS } from '@/lib/reader/settings'
import { changeSettings } from './settings-store'

/** What every name begins with under which Hotsheet keeps something. */
const OURS = 'hotsheet:'

interface ClearDeviceProps {
  /** Does something, and tells what came of it. */
  attempt: (action: () => Promise<string>) => void
}

/** Removes all that the device keeps, when the reader has said so twice. */
export function ClearDevice({ attempt }: ClearDeviceProps) {
  const t = useTranslations('settings')
  const [isAsking, setAsking] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const isMoved = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone, and another one stands in its place.
    if (isMoved.current) first.current?.focus()
  }, [isAsking])
  const ask = (next: boolean) => {
    isMoved.current = true
    setAsking(next)
  }
  const clear = async () => {
    const results = await Promise.allSettled([
      clearReader(),
      forgetKept(),
      forget(() => localStorage),
      forget(() => sessionStorage),
    ])
    changeSettings(DEFAULT_SETTINGS)
    const isCleared = results.every(({ status }) => status === 'fulfilled')
    return t(isCleared ? 'cleared' : 'clearedPartly')
  }
  if (!isAsking) {
    return (
      <>
        <p>{t('clearHelp')}</p>
        <button ref={first} type="button" className="button" onClick={() => ask(true)}>
          {t('clear')}
        </button>
      </>
    )
  }
  return (
    <div role="group" aria-label={t('clearSure')}>
      <p>{t('clearSure')}</p>
      <p className="settings-buttons">
        <button ref={first} type="button" className="button" onClick={() => ask(false)}>
          {t('clearNo')}
        </button>
        <button
          type="button"
          className="button button-strong"
          onClick={() => {
            ask(false)
            attempt(clear)
          }}
        >
          {t('clearYes')}
        </button>
      </p>
    </div>
  )
}

/** Deletes what is Hotsheet's. A browser that forbids to read what it stores has nothing of it. */
async function forget(open: () => Storage): Promise<void> {
  let storage: Storage
  try {
    storage = open()
  } catch {
    return
  }
  for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key)
}
