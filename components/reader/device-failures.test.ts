/* eslint-disable @typescript-eslint/unbound-method -- replaced methods are called on their own objects */
import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore, IDBDatabase } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { storeFailure, type StoreFailure } from '@/lib/reader/store-failure'

const load = async () => ({
  ...(await import('./device-store')),
  ...(await import('./device-transfer')),
  ...(await import('./state-news')),
})
let device: Awaited<ReturnType<typeof load>>

/** Every test has a device of its own. */
beforeEach(async () => {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
  device = await load()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const ID = '0000000001'
const OTHER = '0000000002'
const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError')

/** Why a mark was not stored; null when it was. */
async function save(id: string): Promise<StoreFailure | null> {
  return device.changeMark([id], 'saved', true, 5).then(
    () => null,
    (error: unknown) => storeFailure(error),
  )
}

describe('a browser that stores nothing', () => {
  test('has no database', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await save(ID)).toBe('unavailable')
  })

  test.each(['InvalidStateError', 'SecurityError', 'NotAllowedError'])(
    'refuses to open one: %s',
    async (name) => {
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('refused', name)
      })
      expect(await save(ID)).toBe('unavailable')
      expect(await save(ID)).toBe('unavailable')
    },
  )
})

describe('a full device', () => {
  test('refuses to open a database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw full()
    })
    expect(await save(ID)).toBe('full')
  })

  test('refuses to write, each time, and stores nothing of it', async () => {
    expect(await save(OTHER)).toBeNull()
    const heard = vi.fn()
    device.watchStates(heard, new AbortController().signal)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full()
    })
    expect(await save(ID)).toBe('full')
    expect(await save(ID)).toBe('full')
    expect(heard).not.toHaveBeenCalled()
    put.mockRestore()
    expect(await device.findStates([ID, OTHER])).toEqual([{ id: ID }, { id: OTHER, saved: 5 }])
    expect(await save(ID)).toBeNull()
  })

  test('refuses when all was written and is to be committed', async () => {
    expect(await save(OTHER)).toBeNull()
    const begin = IDBDatabase.prototype.transaction
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: InstanceType<typeof IDBDatabase>,
      ...call
    ) {
      const transaction = begin.apply(this, call)
      // What a browser does that finds no room: it aborts, and says why.
      const { put } = IDBObjectStore.prototype
      const store = transaction.objectStore('states')
      transaction.objectStore = () => store
      store.put = (...value) => {
        const request = put.apply(store, value)
        request.addEventListener('success', () => {
          Object.defineProperty(transaction, 'error', { value: full() })
          transaction.abort()
        })
        return request
      }
      return transaction
    })
    expect(await save(ID)).toBe('full')
    spy.mockRestore()
    expect(await device.findStates([ID])).toEqual([{ id: ID }])
  })

  test('takes of an import all of a part, or nothing of it', async () => {
    const entries = [1, 2, 3].map((number) => ({ id: `000000000${number}`, saved: number }))
    let puts = 0
    const { put } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: InstanceType<typeof IDBObjectStore>,
      ...value
    ) {
      puts += 1
      if (puts === 3) throw full()
      return put.apply(this, value)
    })
    const failure = await device.mergeEntries(entries).catch(storeFailure)
    expect(failure).toBe('full')
    expect(await device.countSaved()).toBe(0)
  })
})

describe('data cleared while the page is open', () => {
  test('a closed connection is opened again', async () => {
    expect(await save(ID)).toBeNull()
    const begin = IDBDatabase.prototype.transaction
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (
      this: InstanceType<typeof IDBDatabase>,
      ...call
    ) {
      this.close()
      return begin.apply(this, call)
    })
    expect(await save(OTHER)).toBeNull()
    expect(await device.countSaved()).toBe(2)
  })

  test('a deleted database leaves no marks shown, and takes new ones', async () => {
    expect(await save(ID)).toBeNull()
    const heard = vi.fn()
    device.watchStates(heard, new AbortController().signal)
    const deleting = indexedDB.deleteDatabase('hotsheet')
    await new Promise((resolve) => (deleting.onsuccess = resolve))
    expect(heard).toHaveBeenCalledWith(null)
    expect(await device.findStates([ID])).toEqual([{ id: ID }])
    expect(await save(OTHER)).toBeNull()
  })
})

test('a tab of a later version does not make this one say that nothing can be stored', async () => {
  const later = indexedDB.open('hotsheet', 2)
  await new Promise((resolve) => (later.onsuccess = resolve))
  expect(await save(ID)).toBe('failed')
  later.result.close()
})
