'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { includesFollows, withFollows, type Follows } from '@/lib/reader/follows'
import { changeSettings, useSettings } from './settings-store'

/** Makes what a shared feed lists, and leaves out, a part of the reader's own. */
export function FollowAll({ follows }: { follows: Follows }) {
  const t = useTranslations('choices')
  const settings = useSettings()
  const [isUnkept, setUnkept] = useState(false)
  const isFollowed = includesFollows(settings, follows)
  return (
    <span className="choice-buttons">
      <button
        type="button"
        aria-pressed={isFollowed}
        onClick={() => {
          const failure = changeSettings(withFollows(settings, follows, !isFollowed))
          setUnkept(failure !== null)
        }}
      >
        {t('followAll')}
      </button>
      <span role="status">{isUnkept && t('visitOnly')}</span>
    </span>
  )
}
