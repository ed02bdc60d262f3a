import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '@/bench/memory/ask'
import { type Known, madeUpAddresses } from '@/bench/memory/made-up-addresses'
import { prepareSite, type SiteEnv } from '@/bench/servers'
import type { Options, Table } from '@/bench/tables'
import { start } from '@/scripts/steps/command.mjs'
import { freePort } from '@/scripts/steps/free-port.mjs'
import { createRandom } from '@/test/support/random'
import { quantile } from '@/test/support/statistics.mjs'

const DEFAULT_REQUESTS = 100_000
const CONCURRENCY = 16
/** Shares of the requests after which memory is read. */
const STEPS = [0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1]
/** Every so many made-up addresses, a real page is asked for and timed. */
const REAL_PAGE_EVERY = 20
/** Allowed growth of resident memory between 5 % and all of the requests. */
const MAX_GROWTH_MIB = 150

interface Server {
  child: ChildProcess
  origin: string
}

/** Sends distinct made-up addresses to a server of its own and reads what they leave in its memory. */
export async function measureMemory(
  onLine: (line: string) => void,
  { requests = `${DEFAULT_REQUESTS}` }: Options,
): Promise<Table> {
  const site = await prepareSite()
  const server = await startReporting(site.env)
  try {
    return await measure(server, Number(requests), onLine)
  } finally {
    server.child.kill()
    await site.remove()
  }
}

/** Serves the site by a process that reports its memory. */
async function startReporting(env: SiteEnv): Promise<Server> {
  const port = await freePort()
  const program = ['--import', './bench/memory/report-memory.mjs', 'scripts/server.mjs']
  const child = start([process.execPath, ...program], {
    env: { ...env, HOST: '127.0.0.1', PORT: `${port}` },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(origin).catch(() => null)
    if (answer?.ok) return { child, origin }
    await sleep(50)
  }
  child.kill()
  throw new Error(`${origin} did not answer.`)
}

async function memoryOf(child: ChildProcess): Promise<NodeJS.MemoryUsage> {
  child.send('memory')
  const [usage] = (await once(child, 'message')) as [NodeJS.MemoryUsage]
  return usage
}

async function measure(
  { child, origin }: Server,
  requests: number,
  onLine: (line: string) => void,
): Promise<Table> {
  const { topics, articles } = await readKnown(origin)
  const next = madeUpAddresses({ topics, articles }, createRandom(1))
  const real = ['/', '/de', ...topics.slice(0, 5).map((slug) => `/topics/${slug}`)]
  real.push(...articles.slice(0, 5).map(({ href }) => href))
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY + 1 })
  const rows: Row[] = []
  let sent = 0
  for (const step of STEPS.map((share) => Math.round(share * requests))) {
    const times: number[] = []
    const before = { sent, at: performance.now() }
    const client = async () => {
      while (sent < step) {
        sent += 1
        await ask(origin, next(), agent)
        if (sent % REAL_PAGE_EVERY !== 0) continue
        const path = real[(sent / REAL_PAGE_EVERY) % real.length] ?? '/'
        times.push(await ask(origin, { path }, agent))
      }
    }
    await Promise.all(Array.from({ length: CONCURRENCY }, client))
    const rate = ((sent - before.sent) / (performance.now() - before.at)) * 1_000
    const row = toRow(sent, await memoryOf(child), times, rate)
    rows.push(row)
    onLine(`${sent} of ${requests}: ${row['resident, MiB']} MiB`)
  }
  agent.destroy()
  onLine(growthOf(rows))
  return rows
}

async function readKnown(origin: string): Promise<Known> {
  const answer = await fetch(`${origin}/api/articles?limit=100`)
  const { articles } = (await answer.json()) as {
    articles: { id: string; href: string; topics: { slug: string }[] }[]
  }
  const slugs = articles.flatMap((article) => article.topics.map(({ slug }) => slug))
  return { topics: [...new Set(slugs)], articles }
}

type Row = ReturnType<typeof toRow>

function toRow(sent: number, usage: NodeJS.MemoryUsage, times: number[], rate: number) {
  const mib = (bytes: number) => Math.round(bytes / 2 ** 20)
  const ms = (share: number) => (times.length > 0 ? quantile(times, share).toFixed(1) : '')
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

function growthOf(rows: Row[]): string {
  const at = (share: number) => rows[STEPS.indexOf(share)]?.['resident, MiB'] ?? NaN
  return `grown after the first 5 %: ${at(1) - at(0.05)} MiB, wanted at most ${MAX_GROWTH_MIB}`
}
