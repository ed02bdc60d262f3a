import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLanguage } from './parse-language'

test.each([
  ['de', 'de'],
  [' pt-br ', 'pt-BR'],
  ['ZH-hant-tw', 'zh-Hant-TW'],
  ['no', 'no'],
])('%j is the language %s', (written, tag) => {
  expect(parseLanguage(written)).toBe(tag)
})

test.each([
  '',
  'German',
  'de_DE',
  'de DE',
  'x',
  'english',
  '<b>',
  7,
  true,
  null,
  undefined,
  ['de'],
])('%j is no language', (written) => {
  expect(parseLanguage(written)).toBeNull()
})

test('what is read is a language that a page may carry, whatever was written', () => {
  fc.assert(
    fc.property(fc.anything(), (written) => {
      const tag = parseLanguage(written)
      if (tag !== null) expect(parseLanguage(tag)).toBe(tag)
    }),
  )
})
