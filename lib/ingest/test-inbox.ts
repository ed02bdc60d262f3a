import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { NOW } from '@/lib/store/write/test-store'
import { importDocuments } from './import-documents'
import type { ImportOptions } from './import-options'

/** A database and a folder to import from. */
export interface TestInbox extends TestDatabase {
  /** Absolute path of something in the folder beside the database. */
  at: (name: string) => string
  /** Writes a document, with the folders above it. */
  write: (name: string, fields: Record<string, string>) => Promise<void>
  /** Imports these paths of the folder. */
  run: (paths: string[], options?: Partial<ImportOptions>) => ReturnType<typeof importDocuments>
  /** Titles that readers see, in alphabetical order. */
  titles: () => Promise<string[]>
  /** Names of stored documents, in alphabetical order. */
  names: () => Promise<string[]>
}

export async function createTestInbox(): Promise<TestInbox> {
  const store = await createTestDatabase()
  const at = (name: string) => path.join(store.folder, name)
  return {
    ...store,
    at,
    write: async (name, fields) => {
      await mkdir(path.dirname(at(name)), { recursive: true })
      await writeFile(at(name), documentOf(fields))
    },
    run: (paths, options = {}) =>
      importDocuments(store.database, paths.map(at), { now: NOW, ...options }),
    titles: async () => {
      const listed = await store.database.article.findMany({ where: { listed: true } })
      return listed.map(({ title }) => title).sort()
    },
    names: async () => {
      const stored = await store.database.document.findMany({ select: { name: true } })
      return stored.map(({ name }) => name).sort()
    },
  }
}

/** A document with these fields, and a date if they hold none. */
export function documentOf(fields: Record<string, string>): string {
  const all = { publishedDateTime: '2026-10-01T09:00:00Z', ...fields }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---', ''].join('\n')
}

/** Runs `work` as a user who may not read everything, as root may. */
export async function asOrdinaryUser<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.('nobody')
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
