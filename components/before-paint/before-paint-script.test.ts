import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { SETTINGS_KEY } from '@/lib/reader/settings'
import { beforePaintScript } from './before-paint-script'

interface Visit {
  address: string
  settings?: unknown
  referrer?: string
  type?: string
}

/** Opens a page, of which the script finds only what it may name: what every browser has. */
function open({ address, settings, referrer = '', type = 'navigate' }: Visit) {
  const marks = new Map<string, string>()
  const style = new Map<string, string>()
  let ledTo: string | null = null
  const { origin, pathname, search, hash } = new URL(address, 'https://hotsheet.example')
  runInNewContext(beforePaintScript(), {
    document: {
      referrer,
      documentElement: {
        style: { setProperty: (name: string, value: string) => style.set(name, value) },
        setAttribute: (name: string, value: string) => marks.set(name, value),
        removeAttribute: (name: string) => marks.delete(name),
      },
      head: { prepend: () => undefined },
      createElement: () => ({ remove: () => undefined }),
      querySelectorAll: () => [],
    },
    localStorage: {
      getItem: (key: string) =>
        key === SETTINGS_KEY && settings !== undefined ? JSON.stringify(settings) : null,
    },
    location: { origin, pathname, search, hash, replace: (to: string) => (ledTo = to) },
    performance: { getEntriesByType: () => [{ type }] },
    addEventListener: () => undefined,
    window: {},
    MutationObserver: class {
      observe() {
        // Nothing comes later here.
      }
    },
  })
  return { marks: Object.fromEntries(marks), textSize: style.get('--text-size'), ledTo }
}

test('the page looks as the reader wants it', () => {
  const settings = { theme: 'sepia', density: 'compact', textSize: 115, mutedWords: ['x'] }
  const { marks, textSize, ledTo } = open({ address: '/', settings })
  expect(marks).toEqual({
    'data-js': '',
    'data-theme': 'sepia',
    'data-density': 'compact',
    'data-mutes': '',
  })
  expect(textSize).toBe('1.15')
  expect(ledTo).toBeNull()
})

test.each([undefined, null, 7, 'dark', { theme: 'no such', mutedTopics: null }])(
  'with %j kept on the device the page is as usual',
  (settings) => {
    const { marks, textSize, ledTo } = open({ address: '/', settings })
    expect([marks, textSize, ledTo]).toEqual([{ 'data-js': '' }, '', null])
  },
)

test.each([
  ['/', { language: 'de' }, '/de'],
  ['/topics/ai?sort=heat#x', { language: 'ar' }, '/ar/topics/ai?sort=heat#x'],
  ['/', { sort: 'latest' }, '/?sort=latest'],
  ['/de', { sort: 'latest' }, '/de?sort=latest'],
  ['/', { language: 'de', sort: 'heat' }, '/de?sort=heat'],
])('whoever opens %s from outside with %j is led to %s', (address, settings, expected) => {
  expect(open({ address, settings }).ledTo).toBe(expected)
  expect(open({ address, settings, referrer: 'https://search.example/' }).ledTo).toBe(expected)
})

test.each([
  ['an address that names a language', { address: '/ar/topics', settings: { language: 'de' } }],
  ['an address that names an order', { address: '/?sort=heat', settings: { sort: 'latest' } }],
  ['another page', { address: '/topics/ai', settings: { sort: 'latest' } }],
  ['an order that is no more', { address: '/', settings: { sort: 'coldest' } }],
  ['English', { address: '/', settings: { language: 'en' } }],
  ['a language that is no more', { address: '/', settings: { language: 'xx' } }],
  ['back and forward', { address: '/', settings: { sort: 'latest' }, type: 'back_forward' }],
  ['a reload', { address: '/', settings: { sort: 'latest' }, type: 'reload' }],
  [
    'a link of this site',
    { address: '/', settings: { sort: 'latest' }, referrer: 'https://hotsheet.example/topics' },
  ],
] satisfies [string, Visit][])('nobody is led away by %s', (_, visit) => {
  expect(open(visit).ledTo).toBeNull()
})

test('the script ends where its element does', () => {
  expect(beforePaintScript()).not.toMatch(/<\/?script|<!--/i)
})
