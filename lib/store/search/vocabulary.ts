import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { BREAK, indexedWords } from '@/lib/search/indexed-words'
import { chunksOf } from '@/lib/store/write/chunks'

/** Rows of one statement. */
const CHUNK = 2_000
/** Letters and marks only, three to 32: what is shorter or a number is never misspelt in a way that can be told. */
const SPELT = /^[\p{L}\p{M}]{3,32}$/u

/** A word of the name of a topic or a provider, by which it is suggested. */
export interface NameWord {
  kind: 'topic' | 'source'
  word: string
  id: number
}

/** What the vocabulary learns from an article. */
export interface Named {
  title: string
  provider: { id: number; name: string; domain: string } | null
  topics: { name: string; topic: { id: number } }[]
}

/** The words of names, each once. */
export function nameWords(articles: readonly Named[]): NameWord[] {
  const found = new Map<string, NameWord>()
  const add = (kind: NameWord['kind'], id: number, text: string) => {
    for (const word of indexedWords(text)) {
      if (word !== BREAK) found.set(`${kind} ${word} ${id}`, { kind, word, id })
    }
  }
  for (const { provider, topics } of articles) {
    if (provider) add('source', provider.id, `${provider.name} ${provider.domain}`)
    for (const { name, topic } of topics) add('topic', topic.id, name)
  }
  return [...found.values()]
}

/** The words that a misspelt one can be taken for, each once. */
export function spellingTerms(articles: readonly Named[]): string[] {
  const texts = articles.flatMap(({ title, provider, topics }) => [
    title,
    provider?.name ?? '',
    ...topics.map(({ name }) => name),
  ])
  return [...new Set(texts.flatMap((text) => indexedWords(text)))].filter((word) =>
    SPELT.test(word),
  )
}

/** Adds the words of these articles to those known; words that no article has any more may stay. */
export async function saveVocabulary(tx: Transaction, articles: readonly Named[]): Promise<void> {
  for (const rows of chunksOf(
    spellingTerms(articles).map((term) => Prisma.sql`(${term})`),
    CHUNK,
  )) {
    await tx.$executeRaw`
      INSERT INTO "SearchTerm" ("term") VALUES ${Prisma.join(rows)} ON CONFLICT DO NOTHING`
  }
  const names = nameWords(articles).map(
    ({ kind, word, id }) => Prisma.sql`(${kind}, ${word}, ${id})`,
  )
  for (const rows of chunksOf(names, CHUNK)) {
    await tx.$executeRaw`
      INSERT INTO "SearchName" ("kind", "word", "id") VALUES ${Prisma.join(rows)}
      ON CONFLICT DO NOTHING`
  }
}
