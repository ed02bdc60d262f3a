import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asciiAddress, parsePictureAddress, parseWebAddress, pathOnSite } from './web-address'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...['/', '\\', '\t', '\n', ' ', '.', '..', '@', ':', '?', '#', '%2f', '%5c', '%09', '\0'],
        ...['evil.example', 'https:', 'HTTP://', 'javascript:', '京', '\u2028', '\ud800', '\u3000'],
      ),
    )
    .map((parts) => parts.join('')),
)

describe('a path on this site', () => {
  test.each([
    ['/topics/a?none=b,c#x', '/topics/a?none=b,c#x'],
    ['/x/../y', '/y'],
    ['/%2F%2Fevil.example', '/%2F%2Fevil.example'],
    ['topics', '/topics'],
    ['/中', '/%E4%B8%AD'],
  ])('%s is %s', (given, path) => expect(pathOnSite(given)).toBe(path))

  test.each([
    '//evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    'http://x',
  ])('%j is none', (given) => expect(pathOnSite(given)).toBeNull())

  test('leads to no other host, wherever it stands', () => {
    fc.assert(
      fc.property(text, (given) => {
        const path = pathOnSite(given)
        if (path === null) return
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
        expect(new URL(path, 'http://news.example:81').origin).toBe('http://news.example:81')
        expect(pathOnSite(path)).toBe(path)
      }),
    )
  })
})

test('addresses that were read once are read as they are', () => {
  fc.assert(
    fc.property(text, (given) => {
      const [address, picture] = [parseWebAddress(given), parsePictureAddress(given)]
      if (address !== null) expect(parseWebAddress(address)).toBe(address)
      if (picture !== null) expect(parsePictureAddress(picture)).toBe(picture)
    }),
  )
})

test('headers can carry every address, and those in ASCII stay as they are', () => {
  expect(asciiAddress('https://a.example/京 \u2028\ud800')).toBe(
    'https://a.example/%E4%BA%AC%20%E2%80%A8%EF%BF%BD',
  )
  fc.assert(
    fc.property(text, (given) => new Headers({ link: `<${asciiAddress(given)}>` }).has('link')),
  )
  fc.assert(fc.property(fc.webUrl(), (given) => asciiAddress(given) === given))
})
