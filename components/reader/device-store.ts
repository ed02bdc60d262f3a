import { betterCopy, type StoryCopy } from '@/lib/reader/story-copy'
import { withMark, type Mark, type StoryState } from '@/lib/reader/story-state'
import { openDatabase } from './device-database'
import { tellStates } from './state-news'

/** The marks of some stories; of those that have none, a state without marks. */
export async function findStates(ids: string[]): Promise<StoryState[]> {
  const store = (await openDatabase()).transaction('states').store
  return Promise.all(ids.map(async (id) => (await store.get(id)) ?? { id }))
}

/**
 * Sets or takes back one mark of some stories, all or none, and tells every tab.
 *
 * @param at in milliseconds since 1970
 */
export async function changeMark(
  ids: string[],
  mark: Mark,
  isSet: boolean,
  at: number,
): Promise<void> {
  const transaction = (await openDatabase()).transaction('states', 'readwrite')
  const changed = await Promise.all(
    ids.map(async (id) => {
      const state = withMark((await transaction.store.get(id)) ?? { id }, mark, isSet, at)
      await transaction.store.put(state)
      return state
    }),
  )
  await transaction.done
  tellStates(changed)
}

/**
 * Keeps a copy of a story while that is saved, unless a better one is there.
 *
 * @returns whether the story is saved
 */
export async function keepCopy(copy: StoryCopy): Promise<boolean> {
  const transaction = (await openDatabase()).transaction(['states', 'copies'], 'readwrite')
  const copies = transaction.objectStore('copies')
  const state = await transaction.objectStore('states').get(copy.id)
  // Whoever saved it may have changed their mind while the copy was on its way.
  const isSaved = state?.saved !== undefined
  if (isSaved) {
    const kept = await copies.get(copy.id)
    await copies.put(kept ? betterCopy(kept, copy) : copy)
  }
  await transaction.done
  return isSaved
}

/** Lets go of the copy of a story that is no longer saved. */
export async function dropCopy(id: string): Promise<void> {
  await (await openDatabase()).delete('copies', id)
}

/** The kept copy of a story, or undefined. */
export async function findCopy(id: string): Promise<StoryCopy | undefined> {
  return (await openDatabase()).get('copies', id)
}

/** A saved story; without a copy where none could be kept yet. */
export interface SavedStory {
  id: string
  /** In milliseconds since 1970. */
  savedAt: number
  copy: StoryCopy | null
}

/**
 * Saved stories, the last saved first.
 *
 * @param after the story that the list goes on behind; null for its beginning
 * @param limit how many at most
 */
export async function listSaved(after: SavedStory | null, limit: number): Promise<SavedStory[]> {
  const transaction = (await openDatabase()).transaction(['states', 'copies'])
  const saved: SavedStory[] = []
  const range = after && IDBKeyRange.upperBound([after.savedAt, after.id], true)
  const index = transaction.objectStore('states').index('saved')
  for await (const { key } of index.iterate(range, 'prev')) {
    const [savedAt, id] = key
    const copy = (await transaction.objectStore('copies').get(id)) ?? null
    if (saved.push({ id, savedAt, copy }) === limit) break
  }
  return saved
}

/** How many stories are saved. */
export async function countSaved(): Promise<number> {
  return (await openDatabase()).countFromIndex('states', 'saved')
}
