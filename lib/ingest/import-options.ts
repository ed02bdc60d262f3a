import type { ImportReport } from './import-report'

/** How documents are imported. */
export interface ImportOptions {
  /** Tell what would change, and change nothing. */
  dryRun?: boolean
  /** Remove documents that are not among the paths; `force` also where many would go. */
  prune?: boolean | 'force'
  /** When articles that are new are first seen. */
  now: Date
  /** Stops after the transaction under way. */
  signal?: AbortSignal
  /** Called after every batch. */
  onProgress?: (report: ImportReport) => void
}
