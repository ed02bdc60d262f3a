'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { neighboursInTrail, readTrail } from './feed-trail'
import { LocalLink } from './local-link'

interface Neighbour {
  title: string
  href: string
}

interface FeedNeighboursProps {
  id: string
  /** The stories above and below in the top feed, for whoever came from elsewhere. */
  neighbours: { previous: Neighbour | null; next: Neighbour | null }
}

const never = () => () => undefined

/** The stories before and after this one in the feed that the reader came from. */
export function FeedNeighbours({ id, neighbours }: FeedNeighboursProps) {
  const t = useTranslations('feed')
  const trail = useSyncExternalStore(never, readTrail, () => null)
  const found = trail ? neighboursInTrail(trail, id) : null
  const { previous, next } = found ?? neighbours
  return (
    <nav aria-label={t('neighbours')} className="neighbours">
      {previous && <Neighbour kind={t('previous')} rel="prev" story={previous} />}
      {next && <Neighbour kind={t('next')} rel="next" story={next} />}
    </nav>
  )
}

function Neighbour(props: { kind: string; rel: string; story: Neighbour }) {
  return (
    <LocalLink href={props.story.href} rel={props.rel} data-ahead="">
      <span className="label">{props.kind}</span>
      <span dir="auto">{props.story.title}</span>
    </LocalLink>
  )
}
