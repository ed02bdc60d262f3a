import type { StoryEntry } from '@/lib/reader/reader-file'
import { betterCopy } from '@/lib/reader/story-copy'
import { isSameState, mergeStates } from '@/lib/reader/story-state'
import { inTransaction } from './device-database'

/**
 * Stories on the device with the copies of those that are saved, by id.
 *
 * @param after the id that they come behind; empty for the first
 * @param limit how many at most
 */
export function listEntries(after: string, limit: number): Promise<StoryEntry[]> {
  return inTransaction(['states', 'copies'], 'readonly', async (transaction) => {
    const copies = transaction.objectStore('copies')
    const range = IDBKeyRange.lowerBound(after, true)
    const states = await transaction.objectStore('states').getAll(range, limit)
    return Promise.all(
      states.map(async (state) => {
        const copy = state.saved === undefined ? undefined : await copies.get(state.id)
        return copy ? { ...state, copy } : state
      }),
    )
  })
}

/** What became of some entries of a file. */
export interface MergeCounts {
  /** Stories that the device did not know. */
  added: number
  /** Stories of which the file knew something later. */
  changed: number
  /** Stories of which the device knew all that before. */
  unchanged: number
}

/** Takes entries over, all or none: of each mark what was done last, of each copy the better one. */
export function mergeEntries(entries: StoryEntry[]): Promise<MergeCounts> {
  return inTransaction(['states', 'copies'], 'readwrite', async (transaction) => {
    const states = transaction.objectStore('states')
    const copies = transaction.objectStore('copies')
    const counts = { added: 0, changed: 0, unchanged: 0 }
    for (const { copy, ...entry } of entries) {
      const state = await states.get(entry.id)
      const merged = state ? mergeStates(state, entry) : entry
      counts[!state ? 'added' : isSameState(state, merged) ? 'unchanged' : 'changed'] += 1
      await states.put(merged)
      if (merged.saved === undefined) await copies.delete(entry.id)
      else if (copy) {
        const stored = await copies.get(entry.id)
        await copies.put(stored ? betterCopy(stored, copy) : copy)
      }
    }
    return counts
  })
}

/** Deletes every story. */
export async function clearStories(): Promise<void> {
  await inTransaction(['states', 'copies'], 'readwrite', async (transaction) => {
    await transaction.objectStore('states').clear()
    await transaction.objectStore('copies').clear()
  })
}

/** The ids of the stories hidden last, the newest first, at most so many. */
export function listHidden(limit: number): Promise<string[]> {
  return inTransaction(['states'], 'readonly', async ({ store }) => {
    const ids: string[] = []
    for await (const { primaryKey } of store.index('hidden').iterate(null, 'prev')) {
      if (ids.push(primaryKey) === limit) break
    }
    return ids
  })
}
