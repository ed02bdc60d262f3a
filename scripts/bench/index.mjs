import path from 'node:path'
import { parseArgs } from 'node:util'
import { stopWithChildren } from '../steps/command.mjs'
import { Problem, step, tellProblem } from '../steps/console.mjs'
import { writeResults } from './results.mjs'

// `npm run bench [part…]`: measures, prints tables, and writes them into docs/benchmarks.md.

/**
 * @typedef {object} Chosen what the parts `store` and `memory` are measured with; what is left out is everything
 * @property {string[]} [database] sqlite, postgresql
 * @property {string[]} [size] documents, such as 10000
 * @property {string} [requests] how many the part `memory` sends
 */

/** @typedef {import('./results.mjs').Table} Table */

/**
 * What is measured, by name: it gives its table, or several by the names of their markers.
 *
 * @type {Record<string, () => Promise<(
 *   onLine: (line: string) => void, chosen: Chosen
 * ) => Promise<Table | Record<string, Table>>>>}
 */
const parts = {
  store: async () => (await import('./store-tables.mjs')).measureStoreTables,
  plots: async () => (await import('./store-tables.mjs')).drawPlots,
  import: async () => (await import('./import.mjs')).measureImport,
  page: async () => (await import('./page.mjs')).measurePage,
  http: async () => (await import('./http.mjs')).measureHttp,
  freshrss: async () => (await import('./freshrss.mjs')).measureFreshRss,
  scroll: async () => (await import('./scroll.mjs')).measureScrolling,
  reader: async () => (await import('./reader.mjs')).measureReader,
  lighthouse: async () => (await import('./lighthouse.mjs')).measureLighthouse,
  start: async () => (await import('./start.mjs')).measureStart,
  memory: async () => (await import('./memory.mjs')).measureMemory,
}

async function main() {
  process.chdir(path.join(import.meta.dirname, '../..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      database: { type: 'string', multiple: true },
      size: { type: 'string', multiple: true },
      requests: { type: 'string' },
    },
  })
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const load = parts[name]
    if (!load) throw new Problem(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`)
    const measure = await load()
    const result = await step(name, (onLine) => measure(onLine, values))
    const tables = Array.isArray(result) ? { [name]: result } : result
    for (const [marker, table] of Object.entries(tables)) {
      // What compares sizes has nothing to say about one of them.
      if (table.length === 0) continue
      console.log(`\n${marker}`)
      console.table(table)
      // A part of the corpora would leave holes in the tables of all.
      if (Object.keys(values).length === 0) await writeResults(marker, table)
    }
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    tellProblem(error)
    process.exit(1)
  },
)
