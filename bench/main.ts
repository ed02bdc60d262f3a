import { parseArgs } from 'node:util'
import { stopWithChildren } from '@/scripts/steps/command.mjs'
import { Problem, step, tellProblem } from '@/scripts/steps/console.mjs'
import { unpack } from '@/scripts/steps/prepare.mjs'
import { type Part, type Table, writeTable } from './tables'

// `npm run bench [part…]`: measures, prints tables, and writes those of whole runs into docs/benchmarks.md.

/** Every part by its name. They are loaded once the packages of bench/ are there. */
const parts: Record<string, () => Promise<Part>> = {
  store: async () => (await import('./parts/store')).measureStoreTables,
  import: async () => (await import('./parts/import')).measureImport,
  page: async () => (await import('./parts/page')).measurePage,
  http: async () => (await import('./parts/http')).measureHttp,
  memory: async () => (await import('./parts/memory')).measureMemory,
  scroll: async () => (await import('./parts/scroll')).measureScrolling,
  start: async () => (await import('./parts/start')).measureStart,
}

async function main(): Promise<void> {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      database: { type: 'string', multiple: true },
      size: { type: 'string', multiple: true },
      documents: { type: 'string' },
      requests: { type: 'string' },
    },
  })
  const names = positionals.length > 0 ? positionals : Object.keys(parts)
  for (const name of names) {
    if (!parts[name]) {
      throw new Problem(`There is no part "${name}". Parts: ${Object.keys(parts).join(', ')}.`)
    }
  }
  await unpack('bench')
  for (const name of names) {
    const measure = await parts[name]?.()
    if (!measure) continue
    const result: Table | Record<string, Table> = await step(name, (onLine) =>
      measure(onLine, options),
    )
    const tables = Array.isArray(result) ? { [name]: result } : result
    for (const [marker, table] of Object.entries(tables)) {
      // A table that compares sizes is empty when only one was measured.
      if (table.length === 0) continue
      console.log(`\n${marker}`)
      console.table(table)
      if (Object.keys(options).length === 0) await writeTable(marker, table)
    }
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    tellProblem(error)
    process.exit(1)
  },
)
