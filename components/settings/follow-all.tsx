'use client'

import { useTranslations } from 'next-intl'
import { includesFollows, withFollows, type Follows } from '@/lib/reader/follows'
import { changeSettings, useSettings } from './settings-store'

/** Makes what a shared feed lists, and leaves out, a part of the reader's own. */
export function FollowAll({ follows }: { follows: Follows }) {
  const t = useTranslations('choices')
  const settings = useSettings()
  const isFollowed = includesFollows(settings, follows)
  return (
    <span className="choice-buttons">
      <button
        type="button"
        aria-pressed={isFollowed}
        onClick={() => void changeSettings(withFollows(settings, follows, !isFollowed))}
      >
        {t('followAll')}
      </button>
    </span>
  )
}
