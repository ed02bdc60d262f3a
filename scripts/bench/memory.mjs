import { once } from 'node:events'
import { Agent } from 'node:http'
import { freePort } from '../steps/free-port.mjs'
import { start } from '../steps/command.mjs'
import { ask } from './memory/ask.mjs'
import { madeUpAddresses } from './memory/made-up-addresses.mjs'
import { quantile } from './results.mjs'
import { prepareSite } from './servers.mjs'

const REQUESTS = 100_000
const CONCURRENCY = 16
/** Requests for made-up addresses after which memory is read. */
const STEPS = [0, 1, 5, 10, 20, 40, 60, 80, 100].map((percent) => percent / 100)
/** Every so many made-up addresses, a real page is asked for and timed. */
const REAL_EVERY = 20
/** Allowed growth of resident memory between 5 % and all of the requests, in MiB. */
const MAX_GROWTH_MIB = 150

/**
 * Sends requests for distinct made-up addresses to a server of its own, and reads what they leave in its memory.
 *
 * @param {(line: string) => void} onLine
 * @param {{ requests?: string }} chosen
 * @returns {Promise<import('./results.mjs').Table>}
 */
export async function measureMemory(onLine, { requests = `${REQUESTS}` }) {
  const site = await prepareSite()
  const server = await startReporting(site.env)
  try {
    return await measure(server, Number(requests), onLine)
  } finally {
    server.child.kill()
    await site.remove()
  }
}

/** Serves the site by a process that reports its memory. @param {{ DATABASE_URL: string }} env */
async function startReporting(env) {
  const port = await freePort()
  const program = ['--import', './scripts/bench/memory/report-memory.mjs', 'scripts/server.mjs']
  const child = start([process.execPath, ...program], {
    env: { ...env, HOST: '127.0.0.1', PORT: `${port}` },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await fetch(origin).catch(() => null))?.ok) return { child, origin }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill()
  throw new Error(`${origin} did not answer`)
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<NodeJS.MemoryUsage>} */
async function memoryOf(child) {
  child.send('memory')
  const [usage] = await once(child, 'message')
  return usage
}

/**
 * @param {Awaited<ReturnType<typeof startReporting>>} server
 * @param {number} requests
 * @param {(line: string) => void} onLine
 */
async function measure({ child, origin }, requests, onLine) {
  const { topics, articles } = await readKnown(origin)
  const next = madeUpAddresses({ topics, articles }, Math.random)
  const real = ['/', '/de', ...topics.slice(0, 5).map((slug) => `/topics/${slug}`)]
  real.push(...articles.slice(0, 5).map(({ href }) => href))
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY + 1 })
  const rows = []
  let sent = 0
  for (const step of STEPS.map((share) => Math.round(share * requests))) {
    /** @type {number[]} */
    const times = []
    const begun = performance.now()
    const reader = async () => {
      while (sent < step) {
        sent += 1
        await ask(origin, next(), agent)
        if (sent % REAL_EVERY !== 0) continue
        const path = real[(sent / REAL_EVERY) % real.length] ?? '/'
        times.push((await ask(origin, { path }, agent)).milliseconds)
      }
    }
    const before = sent
    await Promise.all(Array.from({ length: CONCURRENCY }, reader))
    const rate = ((sent - before) / (performance.now() - begun)) * 1_000
    rows.push(row(sent, await memoryOf(child), times, rate))
    onLine(`${sent} of ${requests}: ${rows.at(-1)?.['resident, MiB']} MiB`)
  }
  agent.destroy()
  return [...rows, growth(rows)]
}

/** @param {string} origin @returns {Promise<import('./memory/made-up-addresses.mjs').Known>} */
async function readKnown(origin) {
  const { articles } = await (await fetch(`${origin}/api/articles?limit=100`)).json()
  const slugs = articles.flatMap((/** @type {any} */ each) =>
    each.topics.map((/** @type {any} */ topic) => topic.slug),
  )
  return { topics: [...new Set(slugs)], articles }
}

/** @param {number} sent @param {NodeJS.MemoryUsage} usage @param {number[]} times @param {number} rate */
function row(sent, usage, times, rate) {
  const mib = (/** @type {number} */ bytes) => Math.round(bytes / 2 ** 20)
  const ms = (/** @type {number} */ share) =>
    times.length > 0 ? quantile(times, share).toFixed(1) : ''
  return {
    requests: sent,
    'resident, MiB': mib(usage.rss),
    'heap, MiB': mib(usage.heapUsed),
    'external, MiB': mib(usage.external),
    'requests/s': Number.isFinite(rate) && sent > 0 ? Math.round(rate) : '',
    'real pages p50, ms': ms(0.5),
    'real pages p99, ms': ms(0.99),
  }
}

/** @param {ReturnType<typeof row>[]} rows */
function growth(rows) {
  const at = (/** @type {number} */ share) =>
    Number(rows[STEPS.indexOf(share)]?.['resident, MiB'] ?? NaN)
  const grown = at(1) - at(0.05)
  return {
    requests: `grown after the first 5 %: ${grown} MiB, wanted at most ${MAX_GROWTH_MIB}`,
  }
}
