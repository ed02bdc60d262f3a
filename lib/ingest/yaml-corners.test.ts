import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from './parse-document'
import { isVisible } from './is-visible'

/** Pieces of text to which YAML gives a meaning, and ordinary ones. */
const FRAGMENTS = [
  ...['storm', 'C', 'الخبر', '水害', '🌊', 'Why', '5', 'don’t', '50%', 'AT&T'],
  ...[' ', '  ', '\t', ' #', '# ', '#1 ', ' # ', ': ', ':', '- ', ' - ', '-', ', ', '? ', '?'],
  ...[
    '&a ',
    '&b',
    '*a',
    '*a ',
    '*b*',
    '!t ',
    '! ',
    '!!str ',
    '!!int 1',
    '!<x> ',
    '<<',
    '= ',
    '<<: ',
  ],
  ...[
    '%YAML 1.1',
    '%',
    '---',
    '--- ',
    '...',
    '|',
    '>',
    '|-',
    '>2 ',
    '@',
    '`',
    '"',
    "'",
    "''",
    '""',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '[a, b]',
    '{a: b}',
    '[]',
    ',',
    '~',
    'null',
    'true',
    'no',
    'Null',
    'FALSE',
  ],
  ...[
    '007',
    '3.10',
    '1e3',
    '0x1F',
    '0o17',
    '.nan',
    '-.inf',
    '-0',
    '1_000',
    '12:30:45',
    '2026-11-05',
  ],
  ...[
    '\u2028',
    '\u0085',
    '\uFEFF',
    '\u200B',
    '\u00A0',
    '\u0007',
    '\f',
    '\n        ',
    '\n\n        ',
    '\r\n        ',
  ],
]
/** Fields that hold words, with the lines around them; `@` is where the words stand. */
const FIELDS = [
  'title: @',
  'excerpt: @',
  'category: @',
  'type: @',
  'provider:\n  domain: a.example\n  name: @',
  'topics:\n  - @',
  'topics:\n- @',
  'topics: [ @ ]',
  'topics:\n  - first\n  - @\n  - "last" # why',
  'unknown: @',
  'related:\n  - webUrl: https://b.example/1\n    title: @\n  - webUrl: https://b.example/2\n    title: b',
]
const REST = 'publishedDateTime: 2026-11-20T09:00:00Z\nwebUrl: https://a.example/1'

/** Ways to write words in YAML. */
const STYLES: Record<string, (text: string) => string> = {
  unquoted: (text) => text,
  single: (text) => `'${text.replaceAll("'", "''")}'`,
  double: (text) => `"${text.replace(/["\\]/g, '\\$&')}"`,
  literal: (text) => `|\n      ${text}`,
  folded: (text) => `>-\n      ${text}`,
}

/** Every text in a value, names of fields included. */
function textsOf(value: unknown): string[] {
  if (value instanceof Date || value === null) return []
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === 'object') return Object.entries(value).flat().flatMap(textsOf)
  return typeof value === 'string' ? [value] : [JSON.stringify(value)]
}

/** Quotes around a text are syntax; in lists and groups so are the characters that make them. */
const QUOTES = /["']/g
const STRUCTURE = /["',:?[\]{}|>-]/g

/** A comment after a value that has an end of its own. */
const COMMENT = /(\d|true|false|["'\]}])[ \t]+#(?=\s|$)[^\n]*/g
/** Indicator of a block of text on the following lines. */
const BLOCK = /^[ \t]*[>|][-+\d]*[ \t]*\r?\n/

/** Words that a reader should find: what has no white space in it, without characters that nobody sees. */
function wordsOf(text: string, syntax: RegExp): string[] {
  const plain = text
    .replace(syntax, ' ')
    .replace(/[^\P{Cc}\s\u0085]|\p{Default_Ignorable_Code_Point}/gu, '')
  return plain.split(/[\s\u0085]+/).filter(isVisible)
}

/** Values that say that nothing is there, in every field but topics. */
const EMPTY = /^\s*(?:~|null)\s*$/

/** Words that are neither imported, nor the reason for a refusal with a line or for a warning. */
function silentlyLost(field: string, style: string, text: string): string[] {
  const yaml = field.replace('@', () => STYLES[style]?.(text) ?? text)
  const title = field === 'title: @' ? '' : 'title: Calm\n'
  const parsed = parseDocument('x.md', `---\n${title}${REST}\n${yaml}\n---\nBody\n`)
  if (!parsed.ok) return parsed.problems.filter(({ line }) => line < 1).map(({ found }) => found)
  if (parsed.warnings.length > 0) return []
  if (style === 'unquoted' && EMPTY.test(text)) return []
  const syntax = field.startsWith('unknown') || field.includes('[') ? STRUCTURE : QUOTES
  const found = wordsOf(textsOf(parsed.content).join(' '), syntax).join(' ')
  const written = style === 'unquoted' ? text.replace(BLOCK, '').replace(COMMENT, '$1') : text
  // The sign that marks a word as a topic is no part of the topic's name.
  const mark = field.startsWith('topics') ? /^[#＃﹟]+/ : /^(?!)/
  return wordsOf(written, syntax).filter((word) => !found.includes(word.replace(mark, '')))
}

const field = fc.constantFrom(...FIELDS)
const style = fc.constantFrom('unquoted', 'unquoted', 'unquoted', ...Object.keys(STYLES))
const fragment = fc.constantFrom(...FRAGMENTS)
const words = fc
  .array(fc.oneof({ weight: 8, arbitrary: fragment }, fc.string()), { minLength: 1, maxLength: 6 })
  .map((fragments) => fragments.join(''))

test('words in YAML’s odd corners are imported whole, or refused, or warned about', () => {
  fc.assert(
    fc.property(field, style, words, (where, how, text) => {
      expect(silentlyLost(where, how, text)).toEqual([])
    }),
  )
})

test('an unquoted title is never other words than those that were written', () => {
  fc.assert(
    fc.property(fc.array(fragment, { minLength: 1, maxLength: 3 }), (parts) => {
      const text = parts.join('')
      const parsed = parseDocument('x.md', `---\n${REST}\ntitle: ${text}\n---\n`)
      if (!parsed.ok || parsed.warnings.length > 0) return
      const written = wordsOf(text.replace(BLOCK, ''), QUOTES)
      expect(wordsOf(parsed.content.title, QUOTES)).toEqual(written)
    }),
  )
})
