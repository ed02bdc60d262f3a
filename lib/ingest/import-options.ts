import type { ImportReport } from './import-report'

/** How documents are imported. */
export interface ImportOptions {
  /** Tell what would change, and change nothing. */
  dryRun?: boolean
  /** Remove documents that are not among the paths; `force` also where many would go. */
  prune?: boolean | 'force'
  /** Documents whose publication date lies after it are held until then. */
  now: Date
  /** Stops after the transaction under way. */
  signal?: AbortSignal
  /** Called after every batch. */
  onProgress?: (report: ImportReport) => void
}
