import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Options, Table } from '@/bench/tables'
import { run, script } from '@/scripts/steps/command.mjs'
import { writeDocuments } from '@/test/support/generated-documents'

const DOCUMENTS = '6000'

/** Prints the peak memory of the import when it ends, in KiB. */
const REPORT_PEAK =
  "data:text/javascript,process.on('exit',()=>console.log('peak '+process.resourceUsage().maxRSS))"

/** One run of the import, in a process of its own. */
interface Measured {
  /** Time of the whole command. */
  commandSeconds: number
  /** Time of the import alone. */
  seconds: number
  /** Peak memory. */
  peakMib: number
}

/** Measures `npm run import` with new documents, then with the same ones again. */
export async function measureImport(
  _onLine: (line: string) => void,
  { documents = DOCUMENTS }: Options,
): Promise<Table> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-bench-'))
  try {
    const inbox = path.join(folder, 'documents')
    const url = `file:${path.join(folder, 'bench.db')}`
    const count = Number(documents)
    await writeDocuments(inbox, count)
    await run(script('scripts/migrate.ts'), { env: { DATABASE_URL: url } })
    const first = await importFolder(inbox, url)
    const second = await importFolder(inbox, url)
    const commands = [first, second].map(({ commandSeconds }) => commandSeconds.toFixed(1))
    return Object.entries({
      documents: count,
      'first run, s': first.seconds.toFixed(1),
      'documents per second': Math.round(count / first.seconds),
      'peak memory, MiB': Math.round(first.peakMib),
      'unchanged run, s': second.seconds.toFixed(2),
      'unchanged run, times faster': (first.seconds / second.seconds).toFixed(1),
      'both with starting Node, s': commands.join(' and '),
    }).map(([what, figure]) => ({ what, figure }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function importFolder(folder: string, url: string): Promise<Measured> {
  const program = ['--import', REPORT_PEAK, '--import', 'tsx', 'scripts/import.ts']
  const started = performance.now()
  const { lines } = await run([process.execPath, ...program, '--json', folder], {
    env: { DATABASE_URL: url },
  })
  const commandSeconds = (performance.now() - started) / 1_000
  const peak = lines.findLast((line) => line.startsWith('peak '))
  const report = lines.slice(0, lines.indexOf('}') + 1).join('\n')
  const { seconds } = JSON.parse(report) as { seconds: number }
  return { commandSeconds, seconds, peakMib: Number(peak?.slice('peak '.length)) / 1_024 }
}
