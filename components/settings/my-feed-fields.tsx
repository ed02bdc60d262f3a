import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { LocalLink } from '@/components/local-link'
import { MAX_TOPICS } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { isFollowing } from '@/lib/reader/choices'
import { myFeed } from '@/lib/reader/my-feed'
import { useSettings } from './settings-store'
import { withoutFormerTopics } from './without-former-topics'

/** So many sources and topics, about, are a search of the longest kind. */
const MAX_TOGETHER = 10

/** Where the reader's own feed is, or why it is nowhere. */
export function MyFeedFields() {
  const t = useTranslations('settings')
  const settings = useSettings()
  const [current, setCurrent] = useState(settings)
  useEffect(() => {
    let isCurrent = true
    void withoutFormerTopics(settings).then((known) => isCurrent && setCurrent(known))
    return () => {
      isCurrent = false
    }
  }, [settings])
  const feed = myFeed(current)
  const reason = isFollowing(settings)
    ? t('mineTooMuch', { topics: MAX_TOPICS, sources: MAX_TOGETHER })
    : t('mineEmpty')
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{t('mine')}</h2>
      <p>{feed ? t('mineShare') : reason}</p>
      {feed && feed.leftOut > 0 && <p>{t('mineLeftOut', { count: feed.leftOut })}</p>}
      {feed && (
        <LocalLink className="button" href={feedHref(feed.filter)}>
          {t('mineOpen')}
        </LocalLink>
      )}
    </section>
  )
}
