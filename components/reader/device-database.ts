import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb'
import { isFull, nameOf, StorageUnavailable } from '@/lib/reader/store-failure'
import type { StoryCopy } from '@/lib/reader/story-copy'
import type { StoryState } from '@/lib/reader/story-state'
import { tellStates } from './state-news'

/** What is kept on the device. Copies lie apart, so that looking up marks reads no articles. */
interface ReaderTables extends DBSchema {
  states: {
    key: string
    value: StoryState
    indexes: { saved: [savedAt: number, id: string]; hidden: [hiddenAt: number, id: string] }
  }
  copies: { key: string; value: StoryCopy }
}

type ReaderDatabase = IDBPDatabase<ReaderTables>
type Tables = StoreNames<ReaderTables>[]

/** Tabs of an older version close the database when asked; after this time one of them did not (ms). */
const BLOCKED_TIMEOUT_MS = 3_000

let opened: Promise<ReaderDatabase> | null = null

/**
 * Runs work in a transaction of the reader's database on this device.
 *
 * @param work may wait for nothing but requests of the transaction
 * @returns what the work returned, once the transaction is committed
 * @throws where nothing was stored; `storeFailure` says why
 */
export async function inTransaction<
  const Names extends Tables,
  Mode extends IDBTransactionMode,
  Result,
>(
  tables: Names,
  mode: Mode,
  work: (transaction: IDBPTransaction<ReaderTables, Names, Mode>) => Promise<Result>,
): Promise<Result> {
  const transaction = await begin(tables, mode)
  const working = work(transaction).catch((error: unknown) => {
    // Requests fail with AbortError when their transaction does, which knows why.
    const reason: unknown = transaction.error ?? error
    abort(transaction)
    throw reason
  })
  const [result] = await Promise.all([working, transaction.done])
  return result
}

async function begin<const Names extends Tables, Mode extends IDBTransactionMode>(
  tables: Names,
  mode: Mode,
): Promise<IDBPTransaction<ReaderTables, Names, Mode>> {
  try {
    return (await openDatabase()).transaction(tables, mode)
  } catch (error) {
    // The browser has closed the connection, for example because the reader cleared the site's data.
    if (nameOf(error) !== 'InvalidStateError') throw error
    forget()
    return (await openDatabase()).transaction(tables, mode)
  }
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
}

function openDatabase(): Promise<ReaderDatabase> {
  opened ??= open().catch((error: unknown) => {
    forget()
    throw error
  })
  return opened
}

/** Failures of a database that exists; all others mean that the browser lets the site have none. */
const PASSING = ['VersionError', 'AbortError', 'UnknownError', 'TimeoutError']

async function open(): Promise<ReaderDatabase> {
  try {
    return await connect()
  } catch (error) {
    if (isFull(error) || PASSING.includes(nameOf(error))) throw error
    throw new StorageUnavailable(error instanceof Error ? error.message : String(error))
  }
}

function connect(): Promise<ReaderDatabase> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isTooLate = false
    const giveUp = () => {
      isTooLate = true
      reject(new DOMException('Another tab holds an older version of the data', 'TimeoutError'))
    }
    const opening = openDB<ReaderTables>('hotsheet', 1, {
      upgrade: createTables,
      blocked: () => {
        timer = setTimeout(giveUp, BLOCKED_TIMEOUT_MS)
      },
      // Another tab has a later version of the site, or deletes the data: this one must not hold it up.
      blocking(_present, wanted, event) {
        ;(event.target as IDBDatabase).close()
        forget()
        if (wanted === null) tellStates(null)
      },
      terminated() {
        forget()
        tellStates(null)
      },
    })
    opening
      .then((database) => (isTooLate ? database.close() : resolve(database)), reject)
      .finally(() => clearTimeout(timer))
  })
}

function createTables(database: ReaderDatabase): void {
  const states = database.createObjectStore('states', { keyPath: 'id' })
  // A story without the mark is in none of them.
  states.createIndex('saved', ['saved', 'id'])
  states.createIndex('hidden', ['hidden', 'id'])
  database.createObjectStore('copies', { keyPath: 'id' })
}

/** The next call opens the database again. */
function forget(): void {
  opened = null
}
