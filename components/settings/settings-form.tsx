'use client'

import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import type { TopicInfo } from '@/lib/article'
import type { Settings } from '@/lib/reader/settings'
import type { StoreFailure } from '@/lib/reader/store-failure'
import { DeviceFields } from './device-fields'
import { LookFields } from './look-fields'
import { MutedWords } from './muted-words'
import { MyFeedFields } from './my-feed-fields'
import { ReadingFields } from './reading-fields'
import { changeSettings } from './settings-store'
import { SourceFields } from './source-fields'
import { TopicFields } from './topic-fields'

/** Changes settings; the second is what to tell the reader of it. */
export type ChangeSettings = (change: Partial<Settings>, told: string) => void

/** Tells the reader what was changed, and why the device has not stored it; null when it has. */
export type TellChange = (what: string, failure: StoreFailure | null) => void

const never = () => () => undefined

/** All that a reader can set. Every change holds at once; a line at the end says what was done. */
export function SettingsForm({ topics }: { topics: TopicInfo[] }) {
  const t = useTranslations('settings')
  const [told, setTold] = useState('')
  // Before the device is asked, the form would show what nobody has chosen.
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const tell: TellChange = (what, failure) => {
    const message = failure === null ? 'kept' : failure === 'full' ? 'unkeptFull' : 'unkept'
    setTold(t(message, { change: what }))
  }
  const change: ChangeSettings = (settings, what) => tell(what, changeSettings(settings))
  return (
    <form
      className="settings-form"
      data-ready={isReady ? '' : undefined}
      onSubmit={(event) => event.preventDefault()}
    >
      <LookFields change={change} />
      <ReadingFields change={change} />
      <TopicFields topics={topics} tell={tell} />
      <SourceFields tell={tell} />
      <MutedWords change={change} />
      <MyFeedFields />
      <DeviceFields tell={setTold} />
      <p role="status" className="settings-status">
        {told}
      </p>
    </form>
  )
}
