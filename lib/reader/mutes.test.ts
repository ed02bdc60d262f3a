import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { words } from '@/lib/search/tokenize'
import { createMuteFinder } from './mutes'
import type { Settings } from './settings'

function reason(mutes: Partial<Settings>, text = '', topics: string[] = [], source = '') {
  return createMuteFinder(mutes)({ topics, source, text: () => text })
}

const byWord = (word: string, text: string) => reason({ mutedWords: [word] }, text) === 'word'

test('a reader who mutes nothing sees everything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), fc.string(), (...story) => {
      expect(reason({}, ...story)).toBeNull()
    }),
  )
})

test('a story goes with any of its topics, and by a whole name only', () => {
  const mutes = { mutedTopics: ['sports'] }
  expect(reason(mutes, '', ['ai', 'sports'])).toBe('topic')
  expect(reason(mutes, '', ['esports', 'sports-history'])).toBeNull()
})

test('a source goes with what is published under it, and not with what is called alike', () => {
  const mutes = { mutedSources: ['bbc.com'] }
  expect(reason(mutes, '', [], 'bbc.com')).toBe('source')
  expect(reason(mutes, '', [], 'news.bbc.com')).toBe('source')
  expect(reason(mutes, '', [], 'notbbc.com')).toBeNull()
  expect(reason(mutes, '', [], '')).toBeNull()
})

describe('a muted word', () => {
  test.each([
    ['wind', 'Wind: a record'],
    ['wind', 'WIND-powered'],
    ['Wind', 'the wind’s share'],
    ['zurich', 'Zürich votes'],
    ['Zürich', 'Zu\u0308rich votes'],
    ['strasse', 'Die Straße'],
    ['wind power', 'Wind-power doubles'],
    ['"wind   power"', 'wind power'],
    ['(election)', 'election'],
    ['東京', '東京都の話'],
    ['한국', '한국어'],
    ['انتخابات', 'نتائج انْتِخَابَات اليوم'],
    ['$5.00', 'for 5.00 only'],
  ])('%s is found in "%s"', (word, text) => {
    expect(byWord(word, text)).toBe(true)
  })

  test.each([
    ['wind', 'rewind the window'],
    ['wind power', 'power of the wind'],
    ['か', 'が'],
    ['한', '학'],
    ['!!!', 'wow!!!'],
    ['.*', 'anything'],
    ['', 'anything'],
  ])('%s is not found in "%s"', (word, text) => {
    expect(byWord(word, text)).toBe(false)
  })

  test('of letters is found where a search for it would find it', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'B', 'é', 'É', 'e\u0301', 'ü', 'ß', 'ﬁ'),
      minLength: 1,
      maxLength: 3,
    })
    const phrase = fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '))
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '-', ', ', ' – ', '/', '!')))
    fc.assert(
      fc.property(phrase, text, (muted, parts) => {
        const shown = parts.flat().join('')
        const found = ` ${words(shown).join(' ')} `.includes(` ${words(muted).join(' ')} `)
        expect(byWord(muted, shown)).toBe(found)
      }),
    )
  })

  test('may be any text, beside any other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.string({ unit: 'grapheme' }),
        (mutedWords, text) => {
          const alone = mutedWords.some((word) => byWord(word, text))
          expect(reason({ mutedWords }, text) === 'word').toBe(alone)
        },
      ),
    )
  })

  test('leaves the text unread that no word is looked for in', () => {
    const text = () => expect.fail('the text was asked for')
    expect(createMuteFinder({ mutedTopics: ['a'] })({ topics: [], source: '', text })).toBeNull()
  })
})
