import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '@/lib/db/client'
import { compareDocuments, compareWithinImport, type OrderedDocument } from '@/lib/document'
import { type CuratedDocument, listCuratedDocuments } from '@/lib/store/curated-documents'
import { checkSchema } from '@/lib/store/write/meta'
import { editSource } from './edit-source'
import { findEdits } from './find-edits'
import { ORDER_FILE } from './import-order'
import { parseDocument } from './parse-document'
import { writeBelow } from './write-below'

/** Documents at a time. */
const BATCH = 100

/** What an export wrote. */
export interface ExportReport {
  written: number
  /** Documents whose article was changed in the store, with the fields that were set. */
  edited: { name: string; fields: string[] }[]
  /** Sentences about what could not be written, or not as it is stored. */
  warnings: string[]
}

/**
 * Writes every document into a folder, under its path there: byte for byte as it was read, except
 * for fields of its article that were changed in the store since. Where dates and names would not
 * say which document of an article was imported last, a file beside them does.
 *
 * @param folder made if need be; files of the same names are replaced, others stay
 * @throws NotMigratedError
 */
export async function exportDocuments(database: Database, folder: string): Promise<ExportReport> {
  await checkSchema(database)
  await mkdir(folder, { recursive: true })
  const report: ExportReport = { written: 0, edited: [], warnings: [] }
  const order: string[] = []
  let documents = await listCuratedDocuments(database, '', BATCH)
  while (documents.length > 0) {
    for (const document of documents) {
      const siblings = parseSiblings(document)
      order.push(...orderToRecord(document, siblings))
      const text = textOf(document, siblings.at(-1), report)
      if (await write(folder, document.name, text, report)) report.written++
    }
    documents = await listCuratedDocuments(database, documents.at(-1)?.name ?? '', BATCH)
  }
  if (order.length === 0) await rm(path.join(folder, ORDER_FILE), { force: true })
  else await write(folder, ORDER_FILE, `${JSON.stringify(order, null, 2)}\n`, report)
  return report
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
