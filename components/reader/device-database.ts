import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { StoryCopy } from '@/lib/reader/story-copy'
import type { StoryState } from '@/lib/reader/story-state'

/** What is kept on the device. Copies lie apart, so that looking up marks reads no articles. */
interface ReaderTables extends DBSchema {
  states: {
    key: string
    value: StoryState
    indexes: { saved: [savedAt: number, id: string]; hidden: [hiddenAt: number, id: string] }
  }
  copies: { key: string; value: StoryCopy }
}

export type ReaderDatabase = IDBPDatabase<ReaderTables>

let opened: Promise<ReaderDatabase> | null = null

/**
 * The reader's database on this device, opened at the first call.
 *
 * @throws where the browser keeps nothing: in some private modes, or when the reader forbids it
 */
export function openDatabase(): Promise<ReaderDatabase> {
  opened ??= open().catch((error: unknown) => {
    forget()
    throw error
  })
  return opened
}

function open(): Promise<ReaderDatabase> {
  return openDB<ReaderTables>('hotsheet', 1, {
    upgrade(database) {
      const states = database.createObjectStore('states', { keyPath: 'id' })
      // A story without the mark is in none of them.
      states.createIndex('saved', ['saved', 'id'])
      states.createIndex('hidden', ['hidden', 'id'])
      database.createObjectStore('copies', { keyPath: 'id' })
    },
    // Another tab has a later version of the site: this one must not hold it up.
    blocking(_present, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      forget()
    },
    terminated: forget,
  })
}

/** The next call opens it anew. */
function forget(): void {
  opened = null
}
