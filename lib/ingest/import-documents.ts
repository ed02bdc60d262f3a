import { setImmediate } from 'node:timers/promises'
import type { Database } from '@/lib/db/client'
import { listHashes } from '@/lib/store/write/documents'
import { prepareStore } from '@/lib/store/write/meta'
import { findDocuments, type DocumentFile } from './find-documents'
import type { IncomingDocument } from './gather-subjects'
import type { ImportOptions } from './import-options'
import { emptyReport, type ImportReport } from './import-report'
import { pruneDocuments } from './prune-documents'
import { readDocument, readRaw, type RawFile } from './read-documents'
import { refreshDerived } from './refresh-derived'
import { storeDocuments } from './store-documents'

/** Files at a time: one transaction, and what an interruption can lose. */
const BATCH = 200

/**
 * Brings the documents at these paths into the store. Each goes in whole or
 * not at all; those that are refused do not keep the others out. It may be
 * interrupted at any moment, and run again.
 *
 * @param paths files and folders
 * @throws NotMigratedError, PathNotFoundError
 */
export async function importDocuments(
  database: Database,
  paths: string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { files, refused } = await findDocuments(paths)
  const report = emptyReport(files.length + refused.length, options.dryRun ?? false)
  refuse(report, refused)
  await prepareStore(database)
  if (!report.dryRun) await refreshDerived(database, options)
  const unknown = new Map<string, number>()
  for (let start = 0; start < files.length && !options.signal?.aborted; start += BATCH) {
    await importBatch(database, files.slice(start, start + BATCH), options, report, unknown)
    options.onProgress?.(report)
    // Nothing above waits for the event loop, without which no signal is heard.
    await setImmediate()
  }
  if (options.prune && files.length > 0) await pruneDocuments(database, files, options, report)
  report.warnings.unshift(...[...unknown].map(unknownWarning))
  report.interrupted = options.signal?.aborted ?? false
  return report
}

function unknownWarning([name, count]: [string, number]): string {
  const where = count === 1 ? '1 document' : `${count} documents`
  return `unknown field "${name}" in ${where}: kept and exported again, not shown`
}

function refuse(report: ImportReport, problems: ImportReport['problems']): void {
  report.problems.push(...problems)
  report.refused.push(...new Set(problems.map(({ file }) => file)))
}

async function importBatch(
  database: Database,
  files: DocumentFile[],
  options: ImportOptions,
  report: ImportReport,
  unknown: Map<string, number>,
): Promise<void> {
  const known = await listHashes(
    database,
    files.map(({ name }) => name),
  )
  const documents: IncomingDocument[] = []
  for (const raw of files.map(readRaw)) {
    if (!('bytes' in raw)) refuse(report, [raw])
    else if (known.get(raw.name) === raw.hash) report.unchanged++
    else documents.push(...readIncoming(raw, report, unknown))
  }
  const failed = await storeDocuments(database, documents, options.now, report)
  refuse(report, failed)
  const failedFiles = new Set(failed.map(({ file }) => file))
  for (const { name } of documents) {
    if (failedFiles.has(name)) continue
    report[known.has(name) ? 'updated' : 'added'].push(name)
  }
}

function readIncoming(
  raw: RawFile,
  report: ImportReport,
  unknown: Map<string, number>,
): IncomingDocument[] {
  const result = readDocument(raw)
  if (!result.ok) {
    refuse(report, result.problems)
    return []
  }
  report.warnings.push(...result.warnings)
  for (const name of result.unknown) unknown.set(name, (unknown.get(name) ?? 0) + 1)
  return [result.document]
}
