import compile from 'icu-minify/compile'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '@/lib/locale'
import arabic from '@/messages/ar.json'
import german from '@/messages/de.json'
import english from '@/messages/en.json'

interface Area {
  [key: string]: string | Area
}

const catalogues: Record<Locale, Area> = { en: english, de: german, ar: arabic }

/** Every message of a catalogue by its full key. */
function messagesOf(area: Area, path = ''): [key: string, message: string][] {
  return Object.entries(area).flatMap(([name, content]) =>
    typeof content === 'string'
      ? [[path + name, content] as [string, string]]
      : messagesOf(content, `${path}${name}.`),
  )
}

/** Calls back for each argument and tag of a compiled message, with its plural or select options if it has any. */
function visit(nodes: unknown, found: (name: string, kind: number, options: object) => void) {
  if (!Array.isArray(nodes)) return
  for (const node of nodes as unknown[]) {
    if (!Array.isArray(node)) continue
    const [name, second, third] = node as [string, unknown, unknown]
    const kind = typeof second === 'number' ? second : 0
    const options = kind >= 1 && kind <= 3 ? (third as object) : {}
    found(name, kind, options)
    if (kind === 0) visit(node.slice(1), found)
    for (const option of Object.values(options)) visit(option, found)
  }
}

function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  visit(compile(message), (name) => names.add(name))
  return [...names].sort()
}

const translations = LOCALES.filter((locale) => locale !== 'en')

describe.each(translations)('the catalogue of %s', (locale) => {
  test('has the messages of the English one, and no others', () => {
    const keys = (area: Area) => messagesOf(area).map(([key]) => key)
    expect(keys(catalogues[locale]).sort()).toEqual(keys(english).sort())
  })

  test('names in each message what the English one names', () => {
    const named = (area: Area) =>
      Object.fromEntries(messagesOf(area).map(([key, text]) => [key, argumentsOf(text)]))
    expect(named(catalogues[locale])).toEqual(named(english))
  })
})

test.each(LOCALES)(
  'every plural of %s has a form for each number that the language tells apart',
  (locale) => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    for (const [key, text] of messagesOf(catalogues[locale])) {
      visit(compile(text), (_name, kind, options) => {
        if (kind === 2)
          expect(Object.keys(options), key).toEqual(expect.arrayContaining(pluralCategories))
      })
    }
  },
)
