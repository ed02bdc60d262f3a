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

  test.each(['a', 'A', '/', ' ', 'Enter', 'Escape', 'F5', 'Tab'])('%s is none', (key) => {
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

describe('Caps Lock', () => {
  const letters = ['j', 'k', 'o', 'v', 's', 'm', 'h', 'u', 'g', 't']

  test.each(letters)('%s does what it does without it', (letter) => {
    expect(press({ key: letter.toUpperCase() })).toBe(letter)
  })

  test.each(letters)('Shift with %s is no shortcut, with Caps Lock or without it', (letter) => {
    expect(press({ key: letter.toUpperCase(), shiftKey: true })).toBeNull()
    expect(press({ key: letter, shiftKey: true })).toBeNull()
  })

  test('held down, a key walks on and does nothing twice', () => {
    expect(press({ key: 'K', repeat: true })).toBe('k')
    expect(press({ key: 'S', repeat: true })).toBeNull()
  })

  test('leaves the browser its keys, and letters to whoever types', () => {
    expect(press({ key: 'S', ctrlKey: true })).toBeNull()
    expect(press({ key: 'J' }, true)).toBeNull()
  })

  test('the list of keys opens as before', () => {
    expect(press({ key: '?', shiftKey: true })).toBe('?')
    expect(press({ key: '?' })).toBe('?')
  })
})

describe('on a keyboard of another layout', () => {
  test.each([
    ['Arabic', 'ت', 'KeyJ', 'j'],
    ['Cyrillic', 'о', 'KeyJ', 'j'],
    ['Cyrillic with Caps Lock', 'О', 'KeyJ', 'j'],
    ['Greek', 'σ', 'KeyS', 's'],
    ['Greek with Caps Lock', 'Σ', 'KeyS', 's'],
    ['Hebrew', 'ח', 'KeyJ', 'j'],
    ['Dvorak', 'j', 'KeyC', 'j'],
    ['Dvorak with Caps Lock', 'J', 'KeyC', 'j'],
    ['AZERTY', 'm', 'Semicolon', 'm'],
    ['AZERTY with Caps Lock', 'M', 'Semicolon', 'm'],
  ])('%s: %s (%s) is %s', (_layout, key, code, shortcut) => {
    expect(press({ key, code })).toBe(shortcut)
    expect(press({ key, code, shiftKey: true })).toBeNull()
    expect(press({ key, code, ctrlKey: true })).toBeNull()
  })

  test.each([
    ['Arabic', '؟', 'Slash'],
    ['German', '?', 'Minus'],
    ['French', '?', 'KeyM'],
    ['Russian', '?', 'Digit7'],
  ])('%s: %s opens the list of keys', (_layout, key, code) => {
    expect(press({ key, code, shiftKey: true })).toBe('?')
  })

  test.each([
    ['Dvorak', 'c', 'KeyJ'],
    ['AZERTY', ',', 'KeyM'],
    ['AZERTY', 'q', 'KeyA'],
  ])('%s: the place of %s says nothing where the keyboard has latin letters', (_, key, code) => {
    expect(press({ key, code })).toBeNull()
  })
})
