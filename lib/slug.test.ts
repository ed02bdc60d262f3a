import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publicIdOf } from './public-id'
import { articleHref, publicIdFrom, slugify } from './slug'

describe('a slug', () => {
  test.each([
    ['The quiet reactor', 'the-quiet-reactor'],
    ['Where it’s “hot”: C&EN’s $1.5M', 'where-its-hot-c-ens-1-5m'],
    ['Straße, smørrebrød, Łódź, İzmir', 'strasse-smorrebrod-lodz-izmir'],
    ['반체조 공장', ''],
    ['AI 工場', 'ai'],
  ])('of %s is %s', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  test('ends at a whole word when the title is long', () => {
    const slug = slugify('seventeen characters '.repeat(9))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug).toMatch(/(?:seventeen|characters)$/)
  })

  test('of any text fits a path and is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const slug = slugify(text)
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe("an article's page", () => {
  test('is found by its id, whatever the title has become', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (title, url) => {
        const id = publicIdOf(url)
        const segment = articleHref(title, id).replace('/articles/', '')
        expect(publicIdFrom(segment)).toBe(id)
      }),
    )
  })

  test('has the bare id as its path when the title has no latin letters', () => {
    expect(articleHref('반체조 공장', '0123456789')).toBe('/articles/0123456789')
  })

  test.each([
    '',
    'the-quiet-reactor',
    'x-012345678',
    'x-0123456789-',
    'x-012345678u',
    '01234567890',
  ])('does not exist at %s', (segment) => {
    expect(publicIdFrom(segment)).toBeNull()
  })
})

test('ids are stable: links outlive the database', () => {
  expect(publicIdOf('https://a.example/x')).toBe('741161nzmd')
  expect(publicIdOf('https://a.example/y')).not.toBe(publicIdOf('https://a.example/x'))
})
