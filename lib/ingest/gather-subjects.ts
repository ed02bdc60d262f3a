import { compareDocuments, type DocumentContent } from '@/lib/document'
import type { Transaction } from '@/lib/db/client'
import { type Described, listDescribed, listSources } from '@/lib/store/write/documents'
import { parseDocument } from './parse-document'

/** A file read and found good. */
export interface IncomingDocument {
  name: string
  hash: string
  source: string
  content: DocumentContent
  /** Absolute real path of its file; null where it is not known. */
  origin: string | null
  /** Grows with each import; of one article's documents the one with the highest is shown. */
  importOrder: number
}

/** Documents that come, by name over what is stored, and names of those that go. */
export interface Changes {
  put: IncomingDocument[]
  removed: string[]
}

/** An article whose documents change, with what describes it afterwards. */
export interface Subject {
  canonicalUrl: string
  /** Null until it is stored. */
  id: number | null
  /** Every document of it, the one that is shown last; none when all have gone or moved away. */
  documents: IncomingDocument[]
  /** The article as it is stored; null until it is. */
  stored: Described | null
}

/** Reads stored documents as the importer would. What it would refuse today is left out. */
export async function readStored(tx: Transaction, names: string[]): Promise<IncomingDocument[]> {
  const rows = await listSources(tx, names)
  return rows.flatMap((row) => {
    const parsed = parseDocument(row.name, row.source)
    return parsed.ok ? [{ ...row, content: parsed.content }] : []
  })
}

/** The content that readers see of an article: that of its last document; undefined without any. */
export function shownOf({ documents }: Pick<Subject, 'documents'>): DocumentContent | undefined {
  return documents.at(-1)?.content
}

/** Finds every article that the changes touch directly: those that documents described, and will describe. */
export async function gatherSubjects(tx: Transaction, changes: Changes): Promise<Subject[]> {
  const replaced = new Set([...changes.put.map(({ name }) => name), ...changes.removed])
  const urls = changes.put.map(({ content }) => content.canonicalUrl)
  const described = await listDescribed(tx, [...replaced], urls)
  const subjects = new Map<string, Subject>()
  for (const canonicalUrl of urls)
    subjects.set(canonicalUrl, { canonicalUrl, id: null, documents: [], stored: null })
  for (const stored of described) {
    const { id, canonicalUrl } = stored
    subjects.set(canonicalUrl, { canonicalUrl, id, documents: [], stored })
  }
  const staying = described.flatMap(({ documents }) =>
    documents.filter((name) => !replaced.has(name)),
  )
  for (const document of [...changes.put, ...(await readStored(tx, staying))]) {
    subjects.get(document.content.canonicalUrl)?.documents.push(document)
  }
  for (const { documents } of subjects.values()) documents.sort(compareDocuments)
  return [...subjects.values()]
}
