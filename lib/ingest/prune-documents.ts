import path from 'node:path'
import type { Database } from '@/lib/db/client'
import { listOrigins } from '@/lib/store/write/documents'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { UnreadEntry } from './document-file'
import { namesWithFolder } from './identify-documents'
import type { ImportOptions } from './import-options'
import type { ImportReport } from './import-report'
import { reconcile } from './reconcile'

/** Stored documents read, or removed, at a time. */
const BATCH = 200

/** The most documents that are removed without `force`: this many, and this part of what is stored. */
const MAX_REMOVED = 20
const MAX_REMOVED_PART = 1 / 5

/** What an import has seen. */
export interface Seen {
  /** Names of documents that are among the files, also if they were refused. */
  present: ReadonlySet<string>
  unread: UnreadEntry[]
  /** How many documents were stored before the import. */
  storedBefore: number
}

/**
 * Removes the stored documents that are not among the files, with whatever only they described.
 * Removes nothing when no file could be read, or when so many would go that it may be a mistake.
 */
export async function pruneDocuments(
  database: Database,
  seen: Seen,
  { now, signal, prune }: ImportOptions,
  report: ImportReport,
): Promise<void> {
  if (report.total === 0) return
  const names = await listMissing(database, seen)
  if (names.length === 0) return
  const nothing = report.dryRun ? 'nothing would be removed' : 'nothing was removed'
  if (report.added.length + report.updated.length + report.unchanged === 0) {
    report.heldBack = { names: [], reason: `not one document could be read: ${nothing}` }
    return
  }
  if (prune !== 'force' && isMuch(names.length, seen.storedBefore)) {
    const reason =
      `--prune would remove ${names.length} of ${seen.storedBefore} documents, more than a fifth or ` +
      `more than ${MAX_REMOVED}: ${nothing}. Check the paths; if this is meant, use --prune=force`
    report.heldBack = { names, reason }
    return
  }
  for (let start = 0; start < names.length && !signal?.aborted; start += BATCH) {
    const removed = names.slice(start, start + BATCH)
    if (!report.dryRun) {
      await writeTransaction(database, (tx) => reconcile(tx, { put: [], removed }, now))
    }
    report.removed.push(...removed)
  }
}

function isMuch(count: number, stored: number): boolean {
  return count > MAX_REMOVED || count > stored * MAX_REMOVED_PART
}

/** Names of the stored documents that are certainly not among the files. */
async function listMissing(database: Database, { present, unread }: Seen): Promise<string[]> {
  const missing: string[] = []
  let rows = await listOrigins(database, '', BATCH)
  while (rows.length > 0) {
    const gone = rows.filter((row) => !present.has(row.name) && !mayBeBelow(unread, row))
    missing.push(...gone.map(({ name }) => name))
    rows = await listOrigins(database, rows.at(-1)?.name ?? '', BATCH)
  }
  return missing
}

/** Whether a document may be, or be below, an entry that could not be looked at. */
function mayBeBelow(
  unread: UnreadEntry[],
  { name, origin }: { name: string; origin: string | null },
): boolean {
  return unread.some((entry) => {
    // A manifest may give the file a longer name.
    if (path.posix.basename(entry.name) === path.posix.basename(name)) return true
    // Versions up to 0.1 stored neither folders nor origins.
    if (origin === null && !name.includes('/')) return true
    if (origin === entry.origin || origin?.startsWith(`${entry.origin}${path.sep}`)) return true
    // An imported folder that could not be read itself: its documents have any name.
    if (entry.name === '') return origin === null
    return [entry.name, ...namesWithFolder(entry)].some(
      (place) => name === place || name.startsWith(`${place}/`),
    )
  })
}
