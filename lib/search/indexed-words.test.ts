import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasPhrase } from '@/lib/store/search/title-match'
import { findHighlights } from './highlight'
import { indexedWords } from './indexed-words'
import { parseSearchQuery } from './search-query'
import { readText, tokenize } from './tokenize'

/** The words of the index, with a slash for a break. */
const shown = (text: string) => indexedWords(text).join(' ').replaceAll('\uE004', '/')

describe('compounds follow the words, joined and with a neighbour on each side', () => {
  test.each([
    ['the anti-war march grows', 'the anti war march grows / the antiwar march'],
    ['Wi-Fi', 'wi fi / wifi'],
    ['a pre-war e-mail', 'a pre war e mail / a prewar email'],
    ['x-ray of the y-axis', 'x ray of the y axis / xray of / the yaxis'],
    ['Ankara’da kar', 'ankara kar / ankarada kar'],
    ['می‌روم', 'مي روم / ميروم'],
    ['F-16 and COVID-19 in 2020-21', 'f16 and covid 19 in 2020 21'],
    ['C++ at AT&T', 'c++ at at&t'],
    ['one-two-three-four-five', 'one two three four five'],
  ])('%s: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test('of as many words as are indexed', () => {
    expect(indexedWords('one pre-war two', 2)).toEqual(['one', 'pre'])
  })
})

describe('in any text', () => {
  const parts = [
    ...['wind', 'Anti', 'co', 'x', 'É', 'COVID', '19', '5', 'l', 'da', 's', 'S', 'net', 'U', 'İ'],
    ...[
      '東京',
      '한국',
      'ที่',
      'می',
      'روم',
      'צה',
      'ל',
      '٢٠',
      'e\u0301',
      '½',
      '🚀',
      '\ud800',
      'ʼ',
      '²',
    ],
    ...[
      ' ',
      ' ',
      '-',
      '-',
      '.',
      '’',
      "'",
      '"',
      '&',
      '+',
      '#',
      '·',
      '\u200c',
      '\u200d',
      '\ufe0f',
      '\n',
    ],
  ]
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...parts), maxLength: 14 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  const searched = (any: string) =>
    parseSearchQuery(any).clauses.flatMap(({ terms }) =>
      terms.filter(({ kind }) => kind === 'words'),
    )

  test('a sequence of its words, typed as a phrase as it stands there, finds it', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(5), (any, pick, more) => {
        const tokens = tokenize(any)
        const first = tokens[pick % Math.max(1, tokens.length)]
        const last = tokens[Math.min(tokens.length - 1, (pick % Math.max(1, tokens.length)) + more)]
        if (!first || !last) return
        const slice = any.slice(first.start, last.end)
        // Behind an elided article a word is not what it is at the beginning: l'a+.
        fc.pre(!/['’ʼ]$/.test(any.slice(0, first.start)))
        fc.pre(!/["“”„‟«»]/.test(slice) && [...slice].length < 190)
        for (const term of searched(`"${slice}"`)) {
          if (term.kind !== 'words') continue
          expect(hasPhrase(indexedWords(any), term), slice).toBe(true)
        }
        if (any.isWellFormed()) {
          expect(findHighlights(any, parseSearchQuery(`"${slice}"`)).length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('each word of the index is at most 64 characters long', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.constantFrom(...'ab-1'), minLength: 60 })),
        (any) => {
          for (const word of indexedWords(any)) expect([...word].length).toBeLessThanOrEqual(64)
        },
      ),
    )
  })

  test('compounds are parts of it, in order and apart', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { tokens, compounds } = readText(any)
        let next = 0
        for (const { at, count, joined } of compounds) {
          expect(at).toBeGreaterThanOrEqual(next)
          next = at + count
          expect(next).toBeLessThanOrEqual(tokens.length)
          expect([joined.start, joined.end]).toEqual([tokens[at]?.start, tokens[next - 1]?.end])
        }
      }),
    )
  })

  test('plain English is read as it is beside other letters', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...'abZ019 .-\'&+#!"netNET’‑–'),
      maxLength: 24,
    })
    fc.assert(
      fc.property(plain, (any) => {
        const { tokens, compounds } = readText(any)
        const mixed = readText(`${any} , é`)
        expect(mixed.tokens.slice(0, -1)).toEqual(tokens)
        expect(mixed.compounds).toEqual(compounds)
      }),
    )
  })

  test('the index grows by no more than the compounds, each among two neighbours', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { tokens, compounds } = readText(any)
        expect(indexedWords(any).length).toBeLessThanOrEqual(tokens.length + 4 * compounds.length)
      }),
    )
  })
})
