import { run } from '../steps/command.mjs'

/**
 * Loads one address with requests, from a process of its own.
 *
 * @param {string} url `*` in it becomes a text that is new each time
 * @param {number} seconds
 * @returns {Promise<{ rate: number, p50: number, p99: number }>} answers a second; latencies in ms
 * @throws {Error} when anything else than success was answered
 */
export async function requestLoad(url, seconds) {
  const command = [process.execPath, 'scripts/bench/load-generator.mjs', url, `${seconds}`]
  const { lines } = await run(command)
  const result = JSON.parse(lines.at(-1) ?? '{}')
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${url}: ${failed} of ${result.requests.total} answers failed`)
  const { p50, p99 } = result.latency
  return { rate: result.requests.total / result.duration, p50, p99 }
}
