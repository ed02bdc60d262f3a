import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '@/lib/db/client'
import { compareDocuments, compareWithinImport, type OrderedDocument } from '@/lib/document'
import { type CuratedDocument, listCuratedDocuments } from '@/lib/store/curated-documents'
import { listDocumentNames } from '@/lib/store/write/documents'
import { checkSchema } from '@/lib/store/write/meta'
import { editSource } from './edit-source'
import { findEdits } from './find-edits'
import { type Manifest, MANIFEST_FILE } from './export-manifest'
import { chooseExportPaths } from './export-paths'
import { parseDocument } from './parse-document'
import { writeBelow } from './write-below'

/** Documents at a time. */
const BATCH = 100
/** Names of documents at a time. */
const NAMES = 10_000

/** What an export wrote. */
export interface ExportReport {
  written: number
  /** Documents whose article was changed in the store, with the fields that were set. */
  edited: { name: string; fields: string[] }[]
  /** Sentences about what could not be written, or not as it is stored. */
  warnings: string[]
}

/**
 * Writes every document into a folder: byte for byte as it was read, except for fields of its article
 * that were changed in the store since. A document of a sub-folder is written to its path if another
 * has its file name, else straight into the folder. A manifest records what the files do not say.
 *
 * @param folder made if need be; files of the same names are replaced, others stay
 * @throws NotMigratedError
 */
export async function exportDocuments(database: Database, folder: string): Promise<ExportReport> {
  await checkSchema(database)
  await mkdir(folder, { recursive: true })
  const report: ExportReport = { written: 0, edited: [], warnings: [] }
  const manifest: Manifest = { names: {}, order: [] }
  const paths = chooseExportPaths(folder, await listAllNames(database))
  let documents = await listCuratedDocuments(database, '', BATCH)
  while (documents.length > 0) {
    for (const document of documents) {
      const { name } = document
      const siblings = parseSiblings(document)
      manifest.order.push(...orderToRecord(document, siblings))
      const place = paths.get(name) ?? name
      if (place !== name) manifest.names[place] = name
      if (await write(folder, place, textOf(document, siblings.at(-1), report), report)) {
        report.written++
      }
    }
    documents = await listCuratedDocuments(database, documents.at(-1)?.name ?? '', BATCH)
  }
  const isNeeded = Object.keys(manifest.names).length + manifest.order.length > 0
  if (isNeeded) await write(folder, MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`, report)
  else await rm(path.join(folder, MANIFEST_FILE), { force: true })
  return report
}

async function listAllNames(database: Database): Promise<string[]> {
  const names: string[] = []
  let more = await listDocumentNames(database, '', NAMES)
  while (more.length > 0) {
    names.push(...more)
    more = await listDocumentNames(database, more.at(-1) ?? '', NAMES)
  }
  return names
}

async function write(folder: string, name: string, text: string, report: ExportReport) {
  const problem = await writeBelow(folder, name, text)
  if (problem !== null) report.warnings.push(`${name}: not written: ${problem}`)
  return problem === null
}

/** The documents of a document's article if there are several, the one that is shown last. */
function parseSiblings({ article: { documents } }: CuratedDocument): OrderedDocument[] {
  if (documents.length === 1) return []
  const parsed = documents.flatMap(({ name, source, importOrder }) => {
    const result = parseDocument(name, source)
    return result.ok ? [{ name, importOrder, content: result.content }] : []
  })
  return parsed.sort(compareDocuments)
}

/** Names in the order of their import, once for each article, where one import of all would choose another order. */
function orderToRecord({ name }: CuratedDocument, siblings: OrderedDocument[]): string[] {
  const names = siblings.map((document) => document.name)
  const expected = siblings.toSorted(compareWithinImport).map((document) => document.name)
  if (names.join('\0') === expected.join('\0') || names[0] !== name) return []
  return names
}

/** @param shown of several documents of one article the one that is shown: only that can differ from it by an edit */
function textOf(
  document: CuratedDocument,
  shown: OrderedDocument | undefined,
  report: ExportReport,
): string {
  const { name, source, article } = document
  const parsed = parseDocument(name, source)
  if (!parsed.ok || (shown && shown.name !== name)) return source
  const edits = findEdits(parsed.content, article)
  if (edits.length === 0) return source
  const text = editSource(source, edits)
  const again = parseDocument(name, text)
  if (!again.ok || findEdits(again.content, article).length > 0) {
    const fields = edits.map(({ field }) => field).join(', ')
    report.warnings.push(
      `${name}: a document cannot hold what is stored as ${fields}: written as it was read`,
    )
    return source
  }
  report.edited.push({ name, fields: edits.map(({ field }) => field) })
  return text
}
