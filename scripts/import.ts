import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { explainError } from '@/lib/db/explain-error'
import { databaseUrl } from '@/lib/db/url'
import { PathNotFoundError } from '@/lib/ingest/find-documents'
import { importDocuments } from '@/lib/ingest/import-documents'
import { type ImportReport, summarise } from '@/lib/ingest/import-report'
import { formatProblem } from '@/lib/ingest/problem'
import { giveWay } from './give-way'
import { createProgress } from './progress'

const USAGE = `Usage: npm run import -- [paths…] [--dry-run] [--prune[=force]] [--json]

Brings documents (*.md) into the database; without paths, those of seeds/. Links are followed. A
document is identified by its path below the folder that is named.

  --dry-run      report what would change, and change nothing
  --prune        remove documents that are not among the paths: at most a fifth of those that are
                 stored, and at most 20; otherwise nothing is removed
  --prune=force  remove them, however many
  --json         write one report as JSON instead of lines

Exit code: 0 when all went in, 1 when something was refused or not removed, 2 for bad usage, 3 when
it could not go on, 130 when interrupted.
`

/** The one value of --prune. */
const FORCE = '--prune=force'

/** Names of documents printed that --prune did not remove. */
const SHOWN_NAMES = 20

/** Warnings printed as lines; more would bury what was refused. */
const SHOWN_WARNINGS = 20

/** A shell's code for "ended by Ctrl-C". */
const INTERRUPTED = 130

async function run(args: string[]): Promise<number> {
  giveWay()
  const { values, positionals } = parseArgs({
    // Node's parser gives an option either always a value or never.
    args: args.map((arg) => (arg === FORCE ? '--prune' : arg)),
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      prune: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  const progress = createProgress(values.json ? null : process.stdout)
  const started = performance.now()
  const database = openDatabase(databaseUrl())
  try {
    const report = await importDocuments(
      database,
      positionals.length > 0 ? positionals : ['seeds'],
      {
        dryRun: values['dry-run'],
        prune: args.includes(FORCE) ? 'force' : values.prune,
        now: new Date(),
        signal: stop.signal,
        onProgress: progress.show,
      },
    )
    progress.end()
    const seconds = (performance.now() - started) / 1_000
    print(report, seconds, values.json)
    if (report.interrupted) return INTERRUPTED
    return report.refused.length > 0 || report.heldBack ? 1 : 0
  } finally {
    await database.$close()
  }
}

function print(report: ImportReport, seconds: number, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...report, seconds }, null, 2)}\n`)
    return
  }
  for (const warning of report.warnings.slice(0, SHOWN_WARNINGS)) {
    process.stderr.write(`warning: ${warning}\n`)
  }
  const more = report.warnings.length - SHOWN_WARNINGS
  if (more > 0) process.stderr.write(`warning: ${more} more; --json tells them all\n`)
  for (const problem of report.problems) process.stderr.write(`${formatProblem(problem)}\n`)
  if (report.heldBack) process.stderr.write(describeHeldBack(report.heldBack))
  if (report.dryRun) {
    for (const verb of ['added', 'updated', 'removed'] as const) {
      for (const name of report[verb]) process.stdout.write(`would be ${verb}: ${name}\n`)
    }
  }
  process.stdout.write(`${summarise(report)} (${seconds.toFixed(1)} s)\n`)
}

function describeHeldBack({ names, reason }: NonNullable<ImportReport['heldBack']>): string {
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `  not removed: ${name}\n`)
  const more = names.length - shown.length
  if (more > 0) shown.push(`  and ${more} more; --json names them all\n`)
  return `${reason}.\n${shown.join('')}`
}

function exitCodeOf(error: unknown): number {
  if (!(error instanceof Error)) throw error
  const usage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${explainError(error)}\n${usage ? `\n${USAGE}` : ''}`)
  return usage || error instanceof PathNotFoundError ? 2 : 3
}

process.exitCode = await run(process.argv.slice(2)).catch(exitCodeOf)
