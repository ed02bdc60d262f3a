import { describe, expect, test } from 'vitest'
import { parseDocument } from '@/lib/ingest/parse-document'
import { documentsOf, RARE_MATCHES } from './corpus'
import { rarePhraseOf, rareWordOf } from './words'

const days = (count: number) => Array.from({ length: count }, (_, day) => documentsOf(day)).flat()

describe('the corpus of the benchmarks', () => {
  test('is what the importer reads', () => {
    for (const { name, source, content } of days(1)) {
      expect(parseDocument(name, source)).toMatchObject({ ok: true, content, warnings: [] })
    }
  })

  test('is the same on every run, a thousand documents a day', () => {
    const [first, again] = [days(2), days(2)]
    expect(first.length).toBe(2_000)
    expect(new Set(first.map(({ name }) => name)).size).toBe(2_000)
    expect(first.map(({ hash }) => hash)).toEqual(again.map(({ hash }) => hash))
  })

  test('holds the rare word and the rare phrase of a size so many times', () => {
    const texts = days(10).map(({ content: { title, excerpt } }) => [title, excerpt ?? ''])
    const having = (words: string) =>
      texts.filter((fields) => fields.some((text) => text.toLowerCase().includes(words))).length
    expect(having(rareWordOf(10_000))).toBe(RARE_MATCHES)
    expect(having(rarePhraseOf(10_000).join(' '))).toBe(RARE_MATCHES)
  })
})
