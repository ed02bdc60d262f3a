import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold'
import { tokenize, words } from './tokenize'

describe('the words of', () => {
  test.each([
    ['Wind power, at last!', 'wind power at last'],
    ['state-of-the-art', 'state of the art'],
    ['Don’t stop', 'dont stop'],
    ["Biden's plan, the farmers’ plan", 'biden plan the farmers plan'],
    ["O'Reilly's rock'n'roll", 'oreilly rocknroll'],
    ['L’avion dell’arte, aujourd’hui', 'avion arte aujourdhui'],
    ['U.S.-China talks on A.I., 9 p.m.', 'us china talks on ai 9 pm'],
    ['Read t.co/x now', 'read t co x now'],
    ['1.5M of 3,000', '1 5m of 3 000'],
    ['a ½ and ❤️ and 1️⃣', 'a 1 2 and and 1'],
    ['Straße in ŁÓDŹ', 'strasse in lodz'],
    ['हिन्दी में', 'हिन्दी में'],
    ['می‌خواهم', 'مي خواهم'],
    ['', ''],
    ['--- !!! ***', ''],
  ])('%s are %s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })
})

describe('a script without spaces gives pairs of characters and the last one', () => {
  test.each([
    ['東京都', '東京 京都 都'],
    ['都', '都'],
    ['AI技術、2024年', 'ai 技術 術 2024 年'],
    ['データ', 'デー ータ タ'],
    ['한국 경제', '한국 국 경제 제'],
    ['ที่นี่', 'ที่นี่ นี่'],
    ['មែ\u200bរ', 'មែរ រ'],
  ])('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected.normalize('NFKC'))
  })

  test('in half width and in full width alike', () => {
    expect(words('ｶﾞﾝﾀﾞﾑ')).toEqual(words('ガンダム'))
  })
})

test('what is longer than any word is cut', () => {
  expect(words(`x${'é'.repeat(100)} y`)).toEqual([`x${'e'.repeat(63)}`, 'y'])
  expect(words('x'.repeat(100))).toEqual(['x'.repeat(64)])
})

test('each word says where it stands in the text', () => {
  const text = 'Biden’s plan for l’Opéra in 東京都'
  const stand = tokenize(text).map(({ start, end }) => text.slice(start, end))
  expect(stand).toEqual(['Biden’s', 'plan', 'for', 'Opéra', 'in', '東京', '京都', '都'])
})

describe('in any text', () => {
  const mixed = fc.string({
    unit: fc.constantFrom(...`aZé9 .,'’-"*ß½ſ東京かガﾞ한ᄒ\u0301\u200b\u200d\u3099\u0e33กที่שُ🚀😀`),
    maxLength: 40,
  })
  const text = fc.oneof(mixed, fc.string({ unit: 'binary', maxLength: 100 }))

  test('words are folded, of letters, marks and digits but for the sign of a name, and short', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const word of words(any)) {
          expect(word).toMatch(
            /^(?:[\p{L}\p{M}\p{N}]+|\p{L}(?:[+#]|\+\+)|\p{L}{1,2}&\p{L}{1,2}|\.net)$/u,
          )
          expect(word.toLowerCase()).toBe(word)
          expect([...word].length).toBeLessThanOrEqual(64)
        }
      }),
    )
  })

  test('words are the same with and without their places', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(words(any)).toEqual(tokenize(any).map((token) => token.word))
      }),
    )
  })

  test('words are the same however accents and syllables are encoded', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(words(any.normalize('NFD'))).toEqual(words(any.normalize('NFC')))
      }),
    )
  })

  test('places lie inside the text, in order, and hold what folds to the word', () => {
    fc.assert(
      fc.property(text, (any) => {
        let before = 0
        for (const { word, start, end } of tokenize(any)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(any.length)
          const letters = fold(any.slice(start, end)).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
          expect(letters).toContain(word.slice(0, 1))
          before = start
        }
      }),
    )
  })

  test('a word by itself is found by itself', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const word of words(any)) expect(words(word)).toContain(word)
      }),
    )
  })
})
