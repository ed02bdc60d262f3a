import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { migrate } from '@/prisma/migrate'
import { writeDocuments } from './documents'

/** One run of the import, in a process of its own, as a person would start it. */
interface Measured {
  /** From the command to its end. */
  whole: number
  /** What the import itself took, without starting Node. */
  seconds: number
  /** The most memory it held, in MiB. */
  peak: number
}

/** Prints the import's own peak memory when it ends; `maxRSS` is in KiB. */
const REPORT_PEAK =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))"

async function measureImport(folder: string, url: string): Promise<Measured> {
  const args = ['--import', REPORT_PEAK, '--import', 'tsx', 'scripts/import.ts', '--json', folder]
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [report, told] = ['', '']
  child.stdout.on('data', (chunk) => (report += String(chunk)))
  child.stderr.on('data', (chunk) => (told += String(chunk)))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(told)
  const peak = Number(/peak (\d+)/.exec(told)?.[1]) / 1_024
  const { seconds } = JSON.parse(report) as { seconds: number }
  return { whole: (performance.now() - started) / 1_000, seconds, peak }
}

async function countRows(url: string): Promise<number> {
  const database = openDatabase(url)
  const { article, image, articleTopic, related, feedEntry, document, topic, provider } = database
  const counts = await Promise.all([
    article.count(),
    image.count(),
    articleTopic.count(),
    related.count(),
    feedEntry.count(),
    document.count(),
    topic.count(),
    provider.count(),
  ])
  await database.$close()
  return counts.reduce((sum, count) => sum + count, 0)
}

async function run(count: number, json: boolean): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-bench-'))
  try {
    const documents = path.join(folder, 'documents')
    const url = `file:${path.join(folder, 'bench.db')}`
    await writeDocuments(documents, count)
    await migrate(url)
    const first = await measureImport(documents, url)
    const second = await measureImport(documents, url)
    const rows = await countRows(url)
    print(
      {
        documents: count,
        rows,
        'first run, s': first.seconds.toFixed(1),
        'documents a second': Math.round(count / first.seconds),
        'rows a second': Math.round(rows / first.seconds),
        'peak memory, MiB': Math.round(first.peak),
        'unchanged run, s': second.seconds.toFixed(2),
        'unchanged run, times faster': (first.seconds / second.seconds).toFixed(1),
        'the same with starting Node, s': `${first.whole.toFixed(1)} and ${second.whole.toFixed(1)}`,
      },
      json,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function print(figures: Record<string, string | number>, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    return
  }
  process.stdout.write('| import | |\n|---|---|\n')
  for (const [name, figure] of Object.entries(figures)) {
    process.stdout.write(`| ${name} | ${figure} |\n`)
  }
}

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '6000' },
    json: { type: 'boolean', default: false },
  },
})
await run(Number(values.documents), values.json)
