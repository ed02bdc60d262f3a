import type { Problem } from './problem'

/** What an import did, or, in a dry run, would do. */
export interface ImportReport {
  /** Names of documents. */
  added: string[]
  updated: string[]
  removed: string[]
  /** Why pruning removed nothing, and which documents it would have removed; null when it did not hold back. */
  heldBack: { names: string[]; reason: string } | null
  unchanged: number
  /** Those of the added and updated documents that readers see from their publication date on. */
  held: string[]
  /** How many articles were held before and are published now that their date has come. */
  released: number
  /** Files that were refused, and why; a file may have several problems. */
  refused: string[]
  problems: Problem[]
  /** Sentences about what went in but is worth a look. */
  warnings: string[]
  /** How many files were found. */
  total: number
  dryRun: boolean
  /** Whether it was stopped before its end; what it reports is complete up to there. */
  interrupted: boolean
}

/** An import that has done nothing yet. */
export function emptyReport(total: number, dryRun: boolean): ImportReport {
  return {
    added: [],
    updated: [],
    removed: [],
    heldBack: null,
    unchanged: 0,
    held: [],
    released: 0,
    refused: [],
    problems: [],
    warnings: [],
    total,
    dryRun,
    interrupted: false,
  }
}

/** Adds what was refused. */
export function refuse(report: ImportReport, problems: Problem[]): void {
  report.problems.push(...problems)
  report.refused.push(...new Set(problems.map(({ file }) => file)))
}

/** How many of the files an import has dealt with. */
export function countDone({ added, updated, unchanged, refused }: ImportReport): number {
  return added.length + updated.length + unchanged + refused.length
}

/** The report in one sentence. */
export function summarise(report: ImportReport): string {
  const { added, updated, removed, unchanged, refused, total, dryRun, interrupted } = report
  const dates = summariseDates(report)
  if (total === 0 && removed.length === 0)
    return `No documents (*.md) found: nothing changed.${dates}`
  const changed = added.length + updated.length + removed.length
  const stopped = interrupted ? `Stopped after ${countDone(report)} of ${total} documents: ` : ''
  if (changed === 0 && refused.length === 0)
    return `${stopped}Nothing changed: ${plural(unchanged)} as before.${dates}`
  const counts = [
    [added.length, 'added'],
    [updated.length, 'updated'],
    [removed.length, 'removed'],
    [unchanged, 'unchanged'],
    [refused.length, 'refused'],
  ] as const
  const told = counts.filter(([count]) => count > 0).map(([count, verb]) => `${count} ${verb}`)
  return `${stopped}${plural(total)}: ${told.join(', ')}${dryRun ? ' (dry run: nothing was written)' : ''}.${dates}`
}

/** Sentences about publication dates in the future, and those that have come. */
function summariseDates({ held, released }: ImportReport): string {
  const whose = (count: number) => (count === 1 ? 'its' : 'their')
  const later =
    held.length > 0 ? ` ${held.length} held until ${whose(held.length)} publication date.` : ''
  const now = released > 0 ? ` ${released} published: ${whose(released)} date has come.` : ''
  return later + now
}

function plural(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`
}
