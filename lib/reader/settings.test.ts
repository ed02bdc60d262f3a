import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SORTS } from '@/lib/feed-filter'
import { LOCALES } from '@/lib/locale'
import { choiceOf, withChoice } from './choices'
import {
  DEFAULT_SETTINGS,
  DENSITIES,
  TEXT_SIZES,
  THEMES,
  parseSettings,
  readDomain,
  unusualSettings,
  type Settings,
} from './settings'

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,20}$/))
const domains = fc.uniqueArray(fc.domain().map((domain) => readDomain(domain)))
const settings: fc.Arbitrary<Settings> = fc
  .record({
    theme: fc.constantFrom(...THEMES),
    density: fc.constantFrom(...DENSITIES),
    textSize: fc.constantFrom(...TEXT_SIZES),
    sort: fc.constantFrom(...SORTS),
    language: fc.constantFrom(null, ...LOCALES),
    readOnScroll: fc.boolean(),
    shortcuts: fc.boolean(),
    followedTopics: slugs,
    followedSources: domains,
    mutedTopics: slugs,
    mutedSources: domains,
    mutedWords: fc.array(fc.string({ unit: 'grapheme' })),
  })
  .map(parseSettings)

describe('settings', () => {
  test('come back from the device as they were kept, and the usual ones take no room', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const text = JSON.stringify(unusualSettings(chosen))
        expect(parseSettings(JSON.parse(text))).toEqual(chosen)
      }),
    )
    expect(unusualSettings(DEFAULT_SETTINGS)).toEqual({})
  })

  test('are the usual ones where something unreadable is kept', () => {
    for (const value of [null, undefined, 7, 'dark', [], {}, [{ theme: 'dark' }]]) {
      expect(parseSettings(value)).toEqual(DEFAULT_SETTINGS)
    }
  })

  test('of any origin hold only what there is, and reading them again changes nothing', () => {
    const anything = fc.record(
      Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((name) => [name, fc.anything()])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (value) => {
        const read = parseSettings(value)
        expect(parseSettings(read)).toEqual(read)
        expect(THEMES).toContain(read.theme)
        expect(TEXT_SIZES).toContain(read.textSize)
      }),
    )
  })

  test('keep their good parts beside bad ones', () => {
    const read = parseSettings({
      theme: 'sepia',
      density: 'roomy',
      textSize: '115',
      sort: 'heat',
      followedTopics: ['ai', 'ai', 7, 'a b', '', 'climate'],
      mutedTopics: ['climate'],
      followedSources: ['https://www.BBC.com/news', 'nowhere', 'example.org'],
      mutedWords: [' big   cat ', '!!!', 'x'.repeat(101), 'Über'],
    })
    expect(read).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'sepia',
      sort: 'heat',
      followedTopics: ['ai'],
      mutedTopics: ['climate'],
      followedSources: ['bbc.com', 'example.org'],
      mutedWords: ['big cat', 'Über'],
    })
  })
})

test('what is followed is not muted, and the reverse', () => {
  const kinds = fc.constantFrom('topic' as const, 'source' as const)
  const choices = fc.constantFrom('follow' as const, 'mute' as const, null)
  const names = fc.constantFrom('a.org', 'b.org', 'c.org')
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, names, choices)), (steps) => {
      let now = DEFAULT_SETTINGS
      for (const [kind, name, choice] of steps) {
        now = { ...now, ...withChoice(now, kind, name, choice) }
        expect(choiceOf(now, kind, name)).toBe(choice)
        for (const [followed, muted] of [
          [now.followedTopics, now.mutedTopics],
          [now.followedSources, now.mutedSources],
        ] as const) {
          expect(followed.filter((entry) => muted.includes(entry))).toEqual([])
          expect(new Set(followed).size).toBe(followed.length)
        }
      }
    }),
  )
})
