import type { Database } from '@/lib/db/client'
import { listDocumentNames } from '@/lib/store/write/documents'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { DocumentFile } from './find-documents'
import type { ImportOptions } from './import-options'
import type { ImportReport } from './import-report'
import { reconcile } from './reconcile'

/** Names of stored documents looked at, at a time. */
const BATCH = 200

/** Removes the stored documents that are not among the files; what nothing else speaks of goes with them. */
export async function pruneDocuments(
  database: Database,
  files: DocumentFile[],
  { now, signal }: ImportOptions,
  report: ImportReport,
): Promise<void> {
  const kept = new Set(files.map(({ name }) => name))
  let names = await listDocumentNames(database, '', BATCH)
  while (names.length > 0 && !signal?.aborted) {
    const removed = names.filter((name) => !kept.has(name))
    if (removed.length > 0 && !report.dryRun) {
      await writeTransaction(database, (tx) => reconcile(tx, { put: [], removed }, now))
    }
    report.removed.push(...removed)
    names = await listDocumentNames(database, names.at(-1) ?? '', BATCH)
  }
}
