import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '@/lib/db/client'
import { compareDocuments } from '@/lib/document'
import { type CuratedDocument, listCuratedDocuments } from '@/lib/store/curated-documents'
import { checkSchema } from '@/lib/store/write/meta'
import { editSource } from './edit-source'
import { findEdits } from './find-edits'
import { parseDocument } from './parse-document'

/** Documents at a time. */
const BATCH = 100

/** What an export wrote. */
export interface ExportReport {
  written: number
  /** Documents whose article was changed in the store, with the fields that were set. */
  edited: { name: string; fields: string[] }[]
  /** Sentences about changes that a document cannot hold. */
  warnings: string[]
}

/**
 * Writes every document into a folder: byte for byte as it was read, except
 * for fields of its article that were changed in the store since.
 *
 * @param folder made if need be; files of the same names are replaced, others stay
 * @throws NotMigratedError
 */
export async function exportDocuments(database: Database, folder: string): Promise<ExportReport> {
  await checkSchema(database)
  await mkdir(folder, { recursive: true })
  const report: ExportReport = { written: 0, edited: [], warnings: [] }
  let documents = await listCuratedDocuments(database, '', BATCH)
  while (documents.length > 0) {
    for (const document of documents) {
      await writeFile(path.join(folder, path.basename(document.name)), textOf(document, report))
      report.written++
    }
    documents = await listCuratedDocuments(database, documents.at(-1)?.name ?? '', BATCH)
  }
  return report
}

function textOf(document: CuratedDocument, report: ExportReport): string {
  const { name, source, article } = document
  const parsed = parseDocument(name, source)
  if (!parsed.ok || !isShown(document)) return source
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

/** Of several documents of one article only the one that is shown can differ from it by an edit. */
function isShown({ name, article }: CuratedDocument): boolean {
  if (article.documents.length === 1) return true
  const parsed = article.documents.flatMap((document) => {
    const result = parseDocument(document.name, document.source)
    return result.ok ? [{ name: document.name, content: result.content }] : []
  })
  return parsed.sort(compareDocuments).at(-1)?.name === name
}
