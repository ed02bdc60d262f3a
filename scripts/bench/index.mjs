import path from 'node:path'
import { stopWithChildren } from '../steps/command.mjs'
import { Problem, step, tellProblem } from '../steps/console.mjs'
import { writeResults } from './results.mjs'

// `npm run bench [part…]`: measures, prints tables, and writes them into docs/benchmarks.md.

/** @type {Record<string, () => Promise<() => Promise<import('./results.mjs').Table>>>} */
const parts = {
  import: async () => (await import('./import.mjs')).measureImport,
  page: async () => (await import('./page.mjs')).measurePage,
  lighthouse: async () => (await import('./lighthouse.mjs')).measureLighthouse,
  start: async () => (await import('./start.mjs')).measureStart,
}

async function main() {
  process.chdir(path.join(import.meta.dirname, '../..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts)
  for (const name of chosen) {
    const load = parts[name]
    if (!load) throw new Problem(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`)
    const measure = await load()
    const table = await step(name, measure)
    console.table(table)
    await writeResults(name, table)
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    tellProblem(error)
    process.exit(1)
  },
)
