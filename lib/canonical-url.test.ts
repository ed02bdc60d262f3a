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
    ['the case of an escape', 'https://a.example/a%2fb', 'https://a.example/a%2Fb'],
    ['a tilde and a hyphen, escaped', 'https://a.example/%7Ea%2d%41', 'https://a.example/~a-A'],
    ['letters of other scripts', 'https://a.example/é|中', 'https://a.example/%C3%A9%7C%E4%B8%AD'],
    ['a host of another script', 'https://BÜCHER.example/', 'https://xn--bcher-kva.example'],
    ['dots among folders', 'https://a.example/x/./y/%2e%2e/z', 'https://a.example/x/z'],
    ['an empty query', 'https://a.example/x?', 'https://a.example/x'],
    ['the port of the other scheme', 'http://a.example:443/x', 'https://a.example/x'],
    ['an index file', 'https://a.example/x/index.html?id=7', 'https://a.example/x?id=7'],
    ['an index file of the root', 'https://a.example/index.php', 'https://a.example'],
    ['an index file of IIS', 'https://a.example/x/Default.aspx', 'https://a.example/x'],
    ['a referring site', 'https://a.example/x?ref=weekly.example', 'https://a.example/x'],
    ['a referring address', 'https://a.example/x?ref=https://b.example/', 'https://a.example/x'],
    ['a referrer in words', 'https://a.example/x?ref=nav_menu_2&ref_src=z', 'https://a.example/x'],
    [
      'how a video was found',
      'https://m.youtube.com/watch?t=90s&v=6NPtZSMH0h4&feature=share&si=x&pp=y&start=5',
      'https://youtube.com/watch?v=6NPtZSMH0h4',
    ],
    [
      'a video in another page',
      'https://www.youtube-nocookie.com/embed/6NPtZSMH0h4?start=9',
      'https://youtube.com/watch?v=6NPtZSMH0h4',
    ],
    ['an empty route', 'https://a.example/#!/', 'https://a.example'],
    [
      'the spelling of a route',
      'https://a.example/#/%7Ea/7/?utm_source=n',
      'https://a.example#/~a/7',
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
    ['https://a.example/gear/amp', 'https://a.example/gear'],
    ['https://a.example/gear?amp=60', 'https://a.example/gear'],
    ['https://mobile.com.br/x', 'https://amp.com.br/x'],
    ['https://m.co.uk/x', 'https://www.co.uk/x'],
    ['https://amp.github.io/x', 'https://mobile.github.io/x'],
    ['https://a.example/#/stories/101', 'https://a.example/#/stories/102'],
    ['https://a.example/#!/news/7', 'https://a.example/#!/news/8'],
    ['https://a.example/#!news', 'https://a.example/'],
    ['https://a.example/a%2Fb', 'https://a.example/a/b'],
    ['https://a.example/a%3Fb', 'https://a.example/a?b'],
    ['https://a.example/?x=a%26b=c', 'https://a.example/?x=a&b=c'],
    ['https://a.example/?x=%E4', 'https://a.example/?x=%F6'],
    ['https://a.example/%E4', 'https://a.example/%F6'],
    ['https://a.example/%zz', 'https://a.example/%25zz'],
    ['https://a.example/?x=%zz', 'https://a.example/?x=%25zz'],
    ['https://a.example/%%34%31', 'https://a.example/A'],
    ['https://a.example/thread?t=90', 'https://a.example/thread?t=91'],
    ['https://a.example/case?ref=2025-118', 'https://a.example/case?ref=2025-119'],
    ['https://github.com/a/b?ref=main', 'https://github.com/a/b?ref=next'],
    ['https://a.example/wiki/Index.html', 'https://a.example/wiki'],
    ['https://a.example/index.html/x', 'https://a.example/x'],
    ['https://youtube.com/playlist?list=a', 'https://youtube.com/playlist?list=b'],
    ['https://youtube.com/embed/videoseries?list=a', 'https://youtube.com/watch?v=videoseries'],
  ])('%s and %s', (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other))
  })
})

test('the path of an address that a document calls AMP loses its last word', () => {
  const identity = 'https://a.example/x'
  expect(canonicalUrl('https://a.example/x/amp/', { isAmp: true })).toBe(identity)
  expect(canonicalUrl('https://google.com/amp/s/a.example/x/amp')).toBe(identity)
})

test.each([
  '',
  'x',
  '/x',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://a.example/x',
  'https://',
  'https://./',
])('what is no web address has none: %s', (text) => {
  expect(canonicalUrl(text)).toBeNull()
})

const words = fc.constantFrom(
  ...['amp', 'x.amp', 'x', 's', 'c', '', '.', '..', 'index.html', 'Default.aspx', 'watch', 'embed'],
  ...['www.a.example', 'm.b.example', 'm.google.com', 'a]b', 'é', '中|^', 'dQw4w9WgXcQ'],
  ...['%e9', '%7e', '%2d', '%2F', '%3f', '%23', '%zz', '%', '%4', '%25', '%2561', '1', '61'],
)
const hosts = fc.constantFrom(
  ...[
    'a.example',
    'www.m.a.example',
    'amp.a.example',
    'a.m.b.m.example.',
    'mobile.com.br',
    '[::1]',
  ],
  ...[
    'x.cdn.ampproject.org',
    'google.com',
    'm.google.com',
    'youtu.be',
    'm.youtube.com',
    'github.com',
  ],
  ...[
    'a.example:443',
    'a.example:8080',
    'bücher.example',
    'www.www.co.uk',
    '10.0.0.1',
    'xn--bcher-kva.de',
  ],
)
const parameters = fc.constantFrom(
  ...['amp', 'amp=1', 'amp=7', 'b=1', 'a=%20x', 'a=+x', 'utm_medium=y', 'v=1', 'v=0', 'ref=x', ''],
  ...[
    'ref=7',
    'é=ö',
    '%C3%A9=%c3%B6',
    'x=%zz',
    'x=%E4',
    '=',
    '=b=',
    'a?=#',
    't=9',
    '%%34%31',
    '%2b',
  ],
)
const fragment = fc.constantFrom(
  '',
  '#z',
  '#/',
  '#/a/',
  '#!/%7ea?b&a',
  '#!',
  '#/%zz',
  '#/?',
  '#!#/é',
)
const text = fc.array(words, { maxLength: 5 })
const search = fc.array(parameters, { maxLength: 4 })
const addresses = fc
  .record({ host: hosts, glue: fc.constantFrom('', '/'), text, search, fragment })
  .map((a) => `http://${a.host}/${a.text.join(a.glue)}?${a.search.join('&')}${a.fragment}`)

test('an identity is its own identity, in ASCII, whatever the address', () => {
  fc.assert(
    fc.property(
      fc.oneof(addresses, fc.webUrl({ withQueryParameters: true, withFragments: true })),
      (address) => {
        const identity = canonicalUrl(address)
        expect(identity).toMatch(/^https:\/\/[\x21-\x7e]+$/)
        expect(canonicalUrl(identity ?? '')).toBe(identity)
      },
    ),
  )
})

/** Spells each character of a path in one of the ways that RFC 3986, 6.2.2, calls equivalent. */
function respell(path: string, choices: number[]): string {
  return path.replace(/%[0-9A-F]{2}|[A-Za-z0-9._~-]/g, (part, at: number) => {
    const choice = (choices[at % choices.length] ?? 0) % 3
    const escape = part.length > 1 ? part : `%${part.charCodeAt(0).toString(16)}`
    return choice === 0 ? part : choice === 1 ? escape.toUpperCase() : escape.toLowerCase()
  })
}

test('all spellings of one address have one identity', () => {
  const path = fc
    .array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 4 })
    .map((segments) => `/${segments.map((text) => encodeURIComponent(text)).join('/')}`)
  const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(path, choices, (text, list) => {
      const spelled = `HTTPS://A.Example:443${respell(text, list)}?`
      expect(canonicalUrl(spelled)).toBe(canonicalUrl(`https://a.example${text}`))
    }),
  )
})

test('no text makes it fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void canonicalUrl(text)))
})
