import { setImmediate } from 'node:timers/promises'
import type { Database } from '@/lib/db/client'
import { countDocuments } from '@/lib/store/write/documents'
import { prepareStore } from '@/lib/store/write/meta'
import { publishDue } from '@/lib/store/write/publish-due'
import { applyManifests } from './export-manifest'
import { findDocuments } from './find-documents'
import { importBatch, type ImportRun } from './import-batch'
import { Identities } from './identify-documents'
import type { ImportOptions } from './import-options'
import { beginOrder, endOrder } from './import-order'
import { emptyReport, type ImportReport, refuse } from './import-report'
import { pruneDocuments } from './prune-documents'
import { refreshDerived } from './refresh-derived'

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
  const { files: found, refused, unread } = await findDocuments(paths)
  const report = emptyReport(found.length + refused.length, options.dryRun ?? false)
  refuse(report, refused)
  const { files, places } = await applyManifests(found, report.warnings)
  await prepareStore(database)
  if (!report.dryRun) {
    await refreshDerived(database, options)
    report.released = await publishDue(database, options.now)
  }
  const storedBefore = await countDocuments(database)
  const run: ImportRun = {
    ...{ database, options, report },
    identities: new Identities(database, files),
    order: await beginOrder(database, places),
    present: new Set(),
    unknown: new Map(),
    renamed: [],
  }
  for (let start = 0; start < files.length && !options.signal?.aborted; start += BATCH) {
    await importBatch(run, files.slice(start, start + BATCH))
    options.onProgress?.(report)
    // Nothing above waits for the event loop, without which no signal is heard.
    await setImmediate()
  }
  if (options.prune && !options.signal?.aborted) {
    await pruneDocuments(database, { present: run.present, unread, storedBefore }, options, report)
  }
  await finish(run)
  return report
}

async function finish({ database, options, report, order, unknown, renamed }: ImportRun) {
  report.warnings.unshift(...[...unknown].map(unknownWarning), ...renamedWarning(renamed))
  report.interrupted = options.signal?.aborted ?? false
  const stored = report.added.length + report.updated.length > 0
  if (stored && !report.dryRun && !report.interrupted) await endOrder(database, order)
}

function unknownWarning([name, count]: [string, number]): string {
  const where = count === 1 ? '1 document' : `${count} documents`
  return `unknown field "${name}" in ${where}: kept and exported again, not shown`
}

function renamedWarning([first, ...more]: ImportRun['renamed']): string[] {
  if (!first) return []
  const others = more.length > 0 ? `, and ${more.length} more` : ''
  return [
    `stored by its path below the imported folder: ${first.to}, before ${first.from}${others}`,
  ]
}
