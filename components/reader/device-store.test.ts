import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StoryEntry } from '@/lib/reader/reader-file'
import type { StoryCopy } from '@/lib/reader/story-copy'

let store: Awaited<ReturnType<typeof loadStore>>
let transfer: Awaited<ReturnType<typeof loadTransfer>>
let news: Awaited<ReturnType<typeof loadNews>>

const loadStore = () => import('./device-store')
const loadTransfer = () => import('./device-transfer')
const loadNews = () => import('./state-news')

/** Every test has a device of its own. */
beforeEach(async () => {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
  store = await loadStore()
  transfer = await loadTransfer()
  news = await loadNews()
})

afterEach(() => vi.unstubAllGlobals())

const idOf = (number: number) => String(number).padStart(10, '0')
const copyOf = (id: string): StoryCopy => ({
  id,
  title: `Story ${id}`,
  href: `/articles/${id}`,
  keptAt: 1,
  article: null,
})

describe('marks on the device', () => {
  test('are found again, and a story without marks has none', async () => {
    await store.changeMark([idOf(1), idOf(2)], 'read', true, 5)
    await store.changeMark([idOf(1)], 'saved', true, 6)
    await store.changeMark([idOf(2)], 'read', false, 7)
    expect(await store.findStates([idOf(1), idOf(2), idOf(3)])).toEqual([
      { id: idOf(1), read: 5, saved: 6 },
      { id: idOf(2), undone: { read: 7 } },
      { id: idOf(3) },
    ])
  })

  test('every tab hears of a change', async () => {
    const left = new AbortController()
    const heard = vi.fn()
    news.watchStates(heard, left.signal)
    await store.changeMark([idOf(1)], 'hidden', true, 5)
    expect(heard).toHaveBeenCalledWith([{ id: idOf(1), hidden: 5 }])

    const otherTab = new BroadcastChannel('hotsheet:states')
    otherTab.postMessage([{ id: idOf(2), read: 9 }])
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith([{ id: idOf(2), read: 9 }]))
    otherTab.close()
    left.abort()
  })

  test('a browser that keeps nothing says so to whoever asks, and may do better later', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
    await expect(store.changeMark([idOf(1)], 'read', true, 1)).rejects.toThrow('forbidden')
    vi.stubGlobal('indexedDB', new IDBFactory())
    await store.changeMark([idOf(1)], 'read', true, 1)
    expect(await store.findStates([idOf(1)])).toEqual([{ id: idOf(1), read: 1 }])
  })
})

describe('saved stories', () => {
  test('are listed page by page, the last saved first, each once, also those saved together', async () => {
    const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (savedAt, limit) => {
        await transfer.clearStories()
        for (const [index, at] of savedAt.entries()) {
          await store.changeMark([idOf(index)], 'saved', true, at)
        }
        const listed = []
        for (let page = await store.listSaved(null, limit); page.length > 0;) {
          listed.push(...page)
          page = await store.listSaved(page.at(-1) ?? null, limit)
        }
        expect(listed.map(({ savedAt: at }) => at)).toEqual(savedAt.toSorted((a, b) => b - a))
        expect(new Set(listed.map(({ id }) => id)).size).toBe(savedAt.length)
        expect(await store.countSaved()).toBe(savedAt.length)
      }),
      { numRuns: 20 },
    )
  })

  test('have a copy only while they are saved', async () => {
    const id = idOf(1)
    await store.keepCopy(copyOf(id))
    expect(await store.findCopy(id)).toBeUndefined()
    await store.changeMark([id], 'saved', true, 5)
    await store.keepCopy(copyOf(id))
    expect(await store.listSaved(null, 10)).toEqual([{ id, savedAt: 5, copy: copyOf(id) }])
  })
})

describe('carrying everything over to another device', () => {
  const entries: StoryEntry[] = Array.from({ length: 7 }, (_, index) => ({
    id: idOf(index),
    saved: index,
    copy: copyOf(idOf(index)),
  }))

  test('what one device lists another takes over, once', async () => {
    expect(await transfer.mergeEntries(entries)).toEqual({ added: 7, changed: 0, unchanged: 0 })
    expect(await transfer.mergeEntries(entries)).toEqual({ added: 0, changed: 0, unchanged: 7 })
    const first = await transfer.listEntries('', 4)
    const rest = await transfer.listEntries(first.at(-1)?.id ?? '', 4)
    expect([...first, ...rest]).toEqual(entries)
  })

  test('what was done here later stays', async () => {
    await transfer.mergeEntries(entries)
    await store.changeMark([idOf(3)], 'saved', false, 100)
    await transfer.mergeEntries(entries)
    expect(await store.findStates([idOf(3)])).toEqual([{ id: idOf(3), undone: { saved: 100 } }])
    expect(await store.findCopy(idOf(3))).toBeUndefined()
    expect(await store.countSaved()).toBe(6)
  })

  test('the stories hidden last are listed first', async () => {
    await transfer.mergeEntries([1, 2, 3].map((at) => ({ id: idOf(at), hidden: at })))
    expect(await transfer.listHidden(2)).toEqual([idOf(3), idOf(2)])
  })

  test('cleared, nothing is left', async () => {
    await transfer.mergeEntries(entries)
    await transfer.clearStories()
    expect(await transfer.listEntries('', 10)).toEqual([])
    expect(await store.countSaved()).toBe(0)
    expect(await store.findCopy(idOf(1))).toBeUndefined()
  })
})
