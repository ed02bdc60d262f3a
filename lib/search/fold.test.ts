import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold'

describe('search takes for the same', () => {
  test.each([
    ['Zürich', 'zurich'],
    ['Straße', 'STRASSE'],
    ['smørrebrød', 'smorrebrod'],
    ['Œuvre, Ægir, Łódź, Đồng, Þór', 'oeuvre, aegir, lodz, dong, thor'],
    ['İstanbul ışık', 'istanbul isik'],
    ['ΤΆΞΙΣ', 'ταξις'],
    ['Ёлка', 'елка'],
    ['مُحَمَّـد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['ﬁne Ｆｕｌｌ', 'fine full'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['한국'.normalize('NFD'), '한국'],
    ['soft\u00adhyphen', 'softhyphen'],
  ])('%s and %s', (text, other) => {
    expect(fold(text)).toBe(fold(other))
  })
})

describe('search tells apart', () => {
  test.each([
    ['か', 'が'],
    ['はし', 'ばし'],
    ['कि', 'क'],
    ['กา', 'กำ'],
    ['резать', 'резат'],
  ])('%s and %s', (text, other) => {
    expect(fold(text)).not.toBe(fold(other))
  })
})

describe('any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 100 })

  test('folds to what does not fold further', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any))
      }),
    )
  })

  test('folds to the same however its accents are encoded', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(any.normalize('NFD'))).toBe(fold(any.normalize('NFC')))
      }),
    )
  })

  test('folds to the same in lower case', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(any.toLowerCase())).toBe(fold(any))
      }),
    )
  })
})
