import { useCallback, useEffect, useRef, useState } from 'react'
import { storeFailure, type StoreFailure } from '@/lib/reader/store-failure'
import { countSaved, listSaved, type SavedStory } from './device-store'
import { keepWhole } from './keep-story'
import { watchStates } from './state-news'

/** Stories that are shown at first, and with each further press. */
const PAGE = 30

/** What the list of saved stories shows. */
export interface Saved {
  stories: SavedStory[]
  /** How many there are in all. */
  count: number
}

/**
 * The stories saved on this device, the last saved first, as they are now and change.
 *
 * @returns null until they are known; why they cannot be read, where the browser says so
 */
export function useSaved() {
  const [saved, setSaved] = useState<Saved | StoreFailure | null>(null)
  const limit = useRef(PAGE)

  const read = useCallback(async () => {
    try {
      const [stories, count] = await Promise.all([listSaved(null, limit.current), countSaved()])
      setSaved({ stories, count })
      return stories
    } catch (error) {
      setSaved(storeFailure(error))
      return []
    }
  }, [])

  useEffect(() => {
    const left = new AbortController()
    const complete = async (stories: SavedStory[]) => {
      const partial = stories.filter(({ copy }) => !copy?.article)
      const kept = await Promise.all(partial.map(({ id }) => keepWhole(id)))
      const isMore = kept.includes('whole') || kept.includes('text')
      if (isMore && !left.signal.aborted) await read()
    }
    watchStates(() => void read(), left.signal)
    void read().then(complete)
    return () => left.abort()
  }, [read])

  const showMore = () => {
    limit.current += PAGE
    void read()
  }
  return { saved, showMore }
}
