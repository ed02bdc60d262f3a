import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topicName, topicSlug } from './topic-slug'

describe('the slug of a topic', () => {
  test.each([
    ['Climate', 'climate'],
    ['Artificial intelligence', 'artificial-intelligence'],
    ['.NET', 'dot-net'],
    ['Net', 'net'],
    ['ASP.NET', 'asp-net'],
    ['ASP .NET', 'asp-dot-net'],
    ['Node.js', 'node-js'],
    ['…and justice for all', 'and-justice-for-all'],
    ['St. Louis', 'st-louis'],
    ['C', 'c'],
    ['C+', 'c-plus'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['C♯', 'c-sharp'],
    ['C--', 'c-minus-minus'],
    ['F#', 'f-sharp'],
    ['A', 'a'],
    ['A*', 'a-star'],
    ['A+', 'a-plus'],
    ['A-', 'a-minus'],
    ['D* Lite', 'd-star-lite'],
    ['f***', 'f'],
    ['M*A*S*H', 'm-a-s-h'],
    ['Q&A', 'q-and-a'],
    ['R&D', 'r-and-d'],
    ['AT&T', 'at-and-t'],
    ['Disney+', 'disney-plus'],
    ['Yahoo!', 'yahoo'],
    ['COVID-19', 'covid-19'],
    ['São Paulo', 'sao-paulo'],
    ['pre- and post-war', 'pre-and-post-war'],
  ])('%s is %s', (name, slug) => {
    expect(topicSlug(name)).toBe(slug)
  })

  test.each([
    ['climate', '#Climate'],
    ['Climate', '# climate'],
    ['climate', '##CLIMATE'],
    ['C++', '#C++'],
    ['C++', 'Ｃ＋＋'],
    ['.NET', '．NET'],
    ['Café', 'Cafe\u0301'],
    ['Q&A', 'q & a'],
    ['Artificial intelligence', '  artificial  Intelligence '],
    ['東京', '#東京'],
    ['ｶﾞ', 'ガ'],
  ])('is the same for %s and %s', (one, other) => {
    expect(topicSlug(one)).toBe(topicSlug(other))
  })

  test('is one of a few letters and digits for any name, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (name) => {
        const slug = topicSlug(name)
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(topicSlug(slug)).toBe(slug)
        expect(topicSlug(`#${name}`)).toBe(slug)
      }),
    )
  })
})

test.each([
  ['#Climate', 'Climate'],
  ['## climate', 'climate'],
  ['C#', 'C#'],
  ['#', ''],
  ['＃', ''],
])('the topic %s is called "%s"', (name, called) => {
  expect(topicName(name)).toBe(called)
})
