import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest'
import { shortcutKey } from './shortcut-key'

/** What has the focus: something that takes keys for itself, or not. */
class FakeElement {
  constructor(private readonly takesKeys: boolean) {}
  closest() {
    return this.takesKeys ? this : null
  }
}

function press(event: Partial<KeyboardEvent>, takesKeys = false): string | null {
  const target = new FakeElement(takesKeys) as unknown as EventTarget
  return shortcutKey({ code: '', ...event, target } as KeyboardEvent)
}

beforeEach(() => vi.stubGlobal('Element', FakeElement))
afterEach(() => vi.unstubAllGlobals())

describe('a key pressed by itself', () => {
  test.each(['j', 'k', 'o', 'v', 's', 'm', 'h', 'u', 'g', 't', '?'])('%s is a shortcut', (key) => {
    expect(press({ key })).toBe(key)
  })

  test.each(['a', 'J', '/', ' ', 'Enter', 'Escape', 'F5', 'Tab'])('%s is none', (key) => {
    expect(press({ key })).toBeNull()
  })

  test('is none while I type, or put characters together', () => {
    expect(press({ key: 's' }, true)).toBeNull()
    expect(press({ key: 's', isComposing: true })).toBeNull()
  })

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('is the browser’s with %s', (modifier) => {
    expect(press({ key: 's', [modifier]: true })).toBeNull()
  })

  test('held down, it walks on and does nothing twice', () => {
    expect(press({ key: 'j', repeat: true })).toBe('j')
    expect(press({ key: 's', repeat: true })).toBeNull()
  })
})

describe('on an Arabic keyboard', () => {
  test('the place of a key counts', () => {
    expect(press({ key: 'ت', code: 'KeyJ' })).toBe('j')
    expect(press({ key: '؟', code: 'Slash', shiftKey: true })).toBe('?')
    expect(press({ key: 'س', code: 'KeyS', ctrlKey: true })).toBeNull()
  })
})
