import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SETTINGS_KEY } from '@/lib/reader/settings'

const stored = new Map<string, string>()
let refuse: (() => Error) | null
let store: Awaited<ReturnType<typeof load>>
const load = () => import('./settings-store')

beforeEach(async () => {
  vi.resetModules()
  stored.clear()
  refuse = null
  const events = new EventTarget()
  vi.stubGlobal('dispatchEvent', events.dispatchEvent.bind(events))
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuse) throw refuse()
      stored.set(key, value)
    },
  })
  store = await load()
})

afterEach(() => vi.unstubAllGlobals())

describe('a change of settings', () => {
  test('is reported as stored only when it is', () => {
    expect(store.changeSettings({ theme: 'dark' })).toBeNull()
    expect(stored.get(SETTINGS_KEY)).toBe('{"theme":"dark"}')
  })

  test.each([
    ['full', new DOMException('no room', 'QuotaExceededError')],
    ['full', new DOMException('no room', 'NS_ERROR_DOM_QUOTA_REACHED')],
    ['unavailable', new DOMException('forbidden', 'SecurityError')],
    ['unavailable', new TypeError('localStorage is null')],
  ])('holds for the visit and says why, each time: %s (%s)', (reason, error) => {
    refuse = () => error
    expect(store.changeSettings({ theme: 'dark' })).toBe(reason)
    expect(store.changeSettings({ density: 'compact' })).toBe(reason)
    expect(store.readSettings()).toMatchObject({ theme: 'dark', density: 'compact' })
    refuse = null
    expect(store.changeSettings({ sort: 'latest' })).toBeNull()
    expect(JSON.parse(stored.get(SETTINGS_KEY) ?? '')).toEqual({
      theme: 'dark',
      density: 'compact',
      sort: 'latest',
    })
  })

  test('says of a mute, too, whether it is stored, and can be undone', () => {
    refuse = () => new DOMException('no room', 'QuotaExceededError')
    const { failure, undo } = store.muteTopic('ai')
    expect(failure).toBe('full')
    expect(store.readSettings().mutedTopics).toEqual(['ai'])
    undo()
    expect(store.readSettings().mutedTopics).toEqual([])
    refuse = null
    expect(store.muteSource('a.example').failure).toBeNull()
  })
})
