import { betterCopy, type StoryCopy } from '@/lib/reader/story-copy'
import { withMark, type Mark, type StoryState } from '@/lib/reader/story-state'
import { inTransaction } from './device-database'
import { tellStates } from './state-news'

/** The marks of some stories; of those that have none, a state without marks. */
export function findStates(ids: string[]): Promise<StoryState[]> {
  return inTransaction(['states'], 'readonly', ({ store }) =>
    Promise.all(ids.map(async (id) => (await store.get(id)) ?? { id })),
  )
}

/**
 * Sets or takes back one mark of some stories, all or none. Every tab is told once that is stored.
 *
 * @param at in milliseconds since 1970
 * @throws where nothing was stored
 */
export async function changeMark(
  ids: string[],
  mark: Mark,
  isSet: boolean,
  at: number,
): Promise<void> {
  const changed = await inTransaction(['states'], 'readwrite', ({ store }) =>
    Promise.all(
      ids.map(async (id) => {
        const state = withMark((await store.get(id)) ?? { id }, mark, isSet, at)
        await store.put(state)
        return state
      }),
    ),
  )
  tellStates(changed)
}

/**
 * Stores a copy of a story while that is saved, unless a better one is there.
 *
 * @returns whether the story is saved
 */
export function keepCopy(copy: StoryCopy): Promise<boolean> {
  return inTransaction(['states', 'copies'], 'readwrite', async (transaction) => {
    const copies = transaction.objectStore('copies')
    const state = await transaction.objectStore('states').get(copy.id)
    // Whoever saved it may have changed their mind while the copy was on its way.
    const isSaved = state?.saved !== undefined
    if (isSaved) {
      const stored = await copies.get(copy.id)
      await copies.put(stored ? betterCopy(stored, copy) : copy)
    }
    return isSaved
  })
}

/** Deletes the copy of a story that is no longer saved. */
export async function dropCopy(id: string): Promise<void> {
  await inTransaction(['copies'], 'readwrite', ({ store }) => store.delete(id))
}

/** The stored copy of a story, or undefined. */
export function findCopy(id: string): Promise<StoryCopy | undefined> {
  return inTransaction(['copies'], 'readonly', ({ store }) => store.get(id))
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
export function listSaved(after: SavedStory | null, limit: number): Promise<SavedStory[]> {
  return inTransaction(['states', 'copies'], 'readonly', async (transaction) => {
    const saved: SavedStory[] = []
    const range = after && IDBKeyRange.upperBound([after.savedAt, after.id], true)
    const index = transaction.objectStore('states').index('saved')
    for await (const { key } of index.iterate(range, 'prev')) {
      const [savedAt, id] = key
      const copy = (await transaction.objectStore('copies').get(id)) ?? null
      if (saved.push({ id, savedAt, copy }) === limit) break
    }
    return saved
  })
}

/** How many stories are saved. */
export function countSaved(): Promise<number> {
  return inTransaction(['states'], 'readonly', ({ store }) => store.index('saved').count())
}
