import { run, script } from '../steps/command.mjs'

/** @returns {Promise<import('./results.mjs').Table>} */
export async function measureImport() {
  const { lines } = await run(script('scripts/bench/import.ts', '--json'))
  const figures = JSON.parse(lines.findLast((line) => line.startsWith('{')) ?? '{}')
  return Object.entries(figures).map(([what, figure]) => ({ what, figure }))
}
