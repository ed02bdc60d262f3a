import { serveStaticPages } from '@/bench/static-pages'
import { serveHotsheet } from '@/bench/servers'
import type { Table } from '@/bench/tables'
import type { FeedPage } from '@/lib/article'
import { run } from '@/scripts/steps/command.mjs'
import { median } from '@/test/support/statistics.mjs'

const ROUNDS = 3
/** Duration of one load. */
const LOAD_SECONDS = 1
/** Connections that stay open; each requests again as soon as it has a response. */
const CONNECTIONS = 16
/** Encodings that browsers and CDNs accept. */
const ENCODINGS = 'gzip, deflate, br'
const AUTOCANNON = 'bench/node_modules/autocannon/autocannon.js'
const WANTED = 'at least 0.8'

/** A page that is measured. */
interface Page {
  /** Identifies it in addresses. */
  name: string
  what: string
  path: string
  wanted: string
}

/** Result of one load: requests per second, and latencies in ms. */
interface Load {
  rate: number
  p50: number
  p99: number
}

/** The part of autocannon's result that is read. */
interface Result {
  requests: { total: number }
  /** Seconds. */
  duration: number
  latency: { p50: number; p99: number }
  errors: number
  timeouts: number
  non2xx: number
}

/** Measures throughput and latency of the site beside those of static pages of the same size. */
export async function measureHttp(onLine: (line: string) => void): Promise<Table> {
  const site = await serveHotsheet()
  try {
    const pages = await choosePages(site.url)
    const loads = await measureLoads(site.url, pages, onLine)
    const rows: Table = []
    for (const page of pages) {
      const { byteLength } = await (await fetch(site.url + page.path)).arrayBuffer()
      rows.push(row(page, byteLength, loads))
    }
    return [...rows, { what: `Memory of the server after it: ${await memoryOf(site.pid)}` }]
  } finally {
    await site.stop()
  }
}

async function choosePages(url: string): Promise<Page[]> {
  const { articles } = (await (await fetch(`${url}/api/articles`)).json()) as FeedPage
  const article = articles.find(({ topics }) => topics.length > 0)
  const slug = article?.topics[0]?.slug
  if (!article || !slug) throw new Error('No article of the site has a topic.')
  const latest = `/api/articles?all=${slug}&sort=latest`
  const pages: [name: string, what: string, path: string, wanted?: string][] = [
    ['front', '`/`', '/', WANTED],
    ['topic', 'a topic', `/topics/${slug}`, WANTED],
    ['sorted', 'a topic by `latest`', `/topics/${slug}?sort=latest`, WANTED],
    ['article', 'an article', article.href],
    ['api-feed', 'API: the feed', '/api/articles', WANTED],
    ['api-topic', 'API: a topic by `latest`', latest, WANTED],
    ['api-article', 'API: an article', `/api/articles/${article.id}`, WANTED],
    ['search', 'a search', '/search?q=story'],
    ['api-search', 'API: a search', '/api/articles?q=story'],
  ]
  return pages.map(([name, what, path, wanted = '']) => ({ name, what, path, wanted }))
}

/** Returns the loads of every page, by page and by who answers. */
async function measureLoads(
  site: string,
  pages: Page[],
  onLine: (line: string) => void,
): Promise<Map<string, Load[]>> {
  const plain = await serveStaticPages(site, pages)
  const loads = new Map<string, Load[]>()
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, path } of pages) {
        onLine(`round ${round + 1} of ${ROUNDS}, ${name}`)
        for (const [who, url] of [
          ['static', `${plain.url}/${name}`],
          ['site', site + path],
        ] as const) {
          const key = `${who} ${name}`
          loads.set(key, [...(loads.get(key) ?? []), await load(url)])
        }
      }
    }
  } finally {
    await plain.stop()
  }
  return loads
}

/** Requests a URL again and again, from a process of its own. @throws Error when a request failed */
async function load(url: string): Promise<Load> {
  const options = ['--connections', `${CONNECTIONS}`, '--duration', `${LOAD_SECONDS}`]
  const output = ['--json', '--headers', `accept-encoding=${ENCODINGS}`]
  const { lines } = await run([process.execPath, AUTOCANNON, ...options, ...output, url])
  const result = JSON.parse(lines.find((line) => line.startsWith('{')) ?? '') as Result
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${url}: ${failed} of ${result.requests.total} requests failed.`)
  const { p50, p99 } = result.latency
  return { rate: result.requests.total / result.duration, p50, p99 }
}

function row({ name, what, wanted }: Page, bytes: number, loads: Map<string, Load[]>) {
  const figure = (who: string, key: keyof Load) =>
    median((loads.get(`${who} ${name}`) ?? []).map((each) => each[key]))
  const [rate, plain] = [figure('site', 'rate'), figure('static', 'rate')]
  return {
    what,
    kB: (bytes / 1_000).toFixed(0),
    'static Next page, requests/s': Math.round(plain),
    'Hotsheet, requests/s': Math.round(rate),
    'times the static page': (rate / plain).toFixed(2),
    wanted,
    'p50, ms': figure('site', 'p50'),
    'p99, ms': figure('site', 'p99'),
    'p99 of the static page, ms': figure('static', 'p99'),
  }
}

/** Returns the memory that a process has now, such as `180 MiB`. */
async function memoryOf(pid: number | undefined): Promise<string> {
  const { lines } = await run(['ps', '-o', 'rss=', '-p', `${pid}`])
  return `${Math.round(Number(lines[0]) / 1_024)} MiB`
}
