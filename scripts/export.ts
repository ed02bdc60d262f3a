import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { explainError } from '@/lib/db/explain-error'
import { databaseUrl } from '@/lib/db/url'
import { exportDocuments } from '@/lib/ingest/export-documents'

const USAGE = `Usage: npm run export -- DIR [--json]

Writes every curated document into the folder DIR, under the file name it came with; documents of one
file name go into their sub-folders.

  --json  write one report as JSON instead of lines

Exit code: 0 when all was written, 1 when something could not be, 2 for bad usage.
`

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [folder, ...more] = positionals
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (!folder || more.length > 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const database = openDatabase(databaseUrl())
  try {
    const report = await exportDocuments(database, folder)
    if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      for (const warning of report.warnings) process.stderr.write(`warning: ${warning}\n`)
      for (const { name, fields } of report.edited) {
        process.stdout.write(`${name}: ${fields.join(', ')} as changed in the database\n`)
      }
      process.stdout.write(`${report.written} documents written to ${folder}.\n`)
    }
    return report.warnings.length > 0 ? 1 : 0
  } finally {
    await database.$close()
  }
}

function exitCodeOf(error: unknown): number {
  if (!(error instanceof Error)) throw error
  const usage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${explainError(error)}\n${usage ? `\n${USAGE}` : ''}`)
  return usage ? 2 : 1
}

process.exitCode = await run(process.argv.slice(2)).catch(exitCodeOf)
