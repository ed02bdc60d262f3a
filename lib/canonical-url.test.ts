import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalUrl } from './canonical-url'

describe('the same piece from two sources has one identity', () => {
  test.each([
    [
      'tracking parameters',
      'https://a.example/x?utm_source=n&id=7&fbclid=z',
      'https://a.example/x?id=7',
    ],
    ['a fragment', 'https://a.example/x#comments', 'https://a.example/x'],
    ['a default port', 'https://a.example:443/x', 'https://a.example/x'],
    ['http', 'http://a.example:80/x', 'https://a.example/x'],
    ['www and a trailing slash', 'https://www.a.example/x/', 'https://a.example/x'],
    ['a trailing dot and capitals', 'https://A.EXAMPLE./x', 'https://a.example/x'],
    ['a mobile host', 'https://m.a.example/x', 'https://a.example/x'],
    ['a mobile host inside', 'https://en.m.wiki.example/x', 'https://en.wiki.example/x'],
    ['an AMP host', 'https://amp.a.example/x', 'https://a.example/x'],
    ['an AMP path', 'https://a.example/x/amp/', 'https://a.example/x'],
    ['an AMP file', 'https://a.example/x.amp.html', 'https://a.example/x.html'],
    ['an AMP parameter', 'https://a.example/x?amp=1&outputType=amp', 'https://a.example/x'],
    [
      'an AMP cache',
      'https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x?amp=1',
      'https://a.example/x',
    ],
    ["Google's AMP viewer", 'https://www.google.com/amp/s/amp.a.example/x', 'https://a.example/x'],
    ['the order of parameters', 'https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2'],
    [
      'a short video address',
      'https://youtu.be/6NPtZSMH0h4?t=9',
      'https://youtube.com/watch?v=6NPtZSMH0h4',
    ],
    ['credentials', 'https://me:secret@a.example/x', 'https://a.example/x'],
  ])('%s', (_, address, identity) => {
    expect(canonicalUrl(address)).toBe(identity)
  })
})

describe('different pieces stay apart', () => {
  test.each([
    ['https://youtube.com/watch?v=a', 'https://youtube.com/watch?v=b'],
    ['https://a.example/x', 'https://a.example/X'],
    ['https://a.example:8080/x', 'https://a.example/x'],
    ['https://a.example/amp', 'https://a.example/'],
    ['https://m.example/x', 'https://www.example/x'],
    ['https://a.example/?p=1', 'https://a.example/?p=2'],
  ])('%s and %s', (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other))
  })
})

test.each([
  '',
  'x',
  '/x',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://a.example/x',
  'https://',
])('what is no web address has none: %s', (text) => {
  expect(canonicalUrl(text)).toBeNull()
})

const words = fc.constantFrom(
  'amp',
  'x.amp',
  'x',
  's',
  'c',
  'www.a.example',
  'm.b.example',
  '%e9',
  '',
)
const hosts = fc.constantFrom(
  'a.example',
  'www.m.a.example',
  'amp.a.example',
  'x.cdn.ampproject.org',
  'google.com',
  'youtu.be',
  'a.m.b.m.example.',
)
const query = fc.constantFrom('', '?amp', '?b=1&a=%20x&utm_medium=y', '?v=1&v=0#z')

test('an identity is its own identity, whatever the address', () => {
  const address = fc
    .tuple(hosts, fc.array(words, { maxLength: 5 }), query)
    .map(([host, path, search]) => `http://${host}/${path.join('/')}${search}`)
  fc.assert(
    fc.property(
      fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })),
      (text) => {
        const identity = canonicalUrl(text)
        expect(identity).toMatch(/^https:\/\//)
        expect(canonicalUrl(identity ?? '')).toBe(identity)
      },
    ),
  )
})

test('no text makes it fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void canonicalUrl(text)))
})
