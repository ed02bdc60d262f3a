'use client'

import { useSyncExternalStore } from 'react'
import { neighboursInTrail, readTrail } from './feed-trail'

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
  const trail = useSyncExternalStore(never, readTrail, () => null)
  const found = trail ? neighboursInTrail(trail, id) : null
  const { previous, next } = found ?? neighbours
  return (
    <nav aria-label="Stories in this feed" className="neighbours lg:col-span-2">
      {previous && <Neighbour kind="Previous" rel="prev" story={previous} />}
      {next && <Neighbour kind="Next" rel="next" story={next} />}
    </nav>
  )
}

function Neighbour(props: { kind: string; rel: string; story: Neighbour }) {
  return (
    <a href={props.story.href} rel={props.rel} data-ahead="">
      <span className="label">{props.kind}</span>
      <span dir="auto">{props.story.title}</span>
    </a>
  )
}
