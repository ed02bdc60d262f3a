import { median } from './results.mjs'
import { serveFiles, serveStaticPages } from './http-baselines.mjs'
import { requestLoad } from './request-load.mjs'
import { serveHotsheet } from './servers.mjs'

const ROUNDS = 3
const SECONDS = 1
const WANTED = 0.8

/**
 * @typedef {{ name: string, what: string, path: string, bar: boolean }} Page
 * @typedef {Awaited<ReturnType<typeof requestLoad>>} Load
 */

/** @param {string} url @returns {Promise<Page[]>} */
async function choosePages(url) {
  const { articles } = await (await fetch(`${url}/api/articles`)).json()
  const [{ id, href, topics }] = articles.filter((/** @type {any} */ each) => each.topics.length)
  const { slug } = topics[0]
  const pages = [
    { name: 'front', what: '`/`', path: '/', bar: true },
    { name: 'topic', what: 'a topic', path: `/topics/${slug}`, bar: true },
    { name: 'sorted', what: 'a topic by `latest`', path: `/topics/${slug}?sort=latest`, bar: true },
    { name: 'article', what: 'an article', path: href, bar: false },
    { name: 'api-feed', what: 'API: the feed', path: '/api/articles', bar: true },
    {
      name: 'api-topic',
      what: 'API: a topic by `latest`',
      path: `/api/articles?all=${slug}&sort=latest`,
      bar: true,
    },
    { name: 'api-article', what: 'API: an article', path: `/api/articles/${id}`, bar: true },
    { name: 'search', what: 'a search', path: '/search?q=story', bar: false },
    { name: 'api-search', what: 'API: a search', path: '/api/articles?q=story', bar: false },
    // The cache of whole answers does not know these addresses; Next knows the page.
    { name: 'unknown', what: '`/`, never asked for by this address', path: '/?ref=*', bar: false },
  ]
  const answers = await Promise.all(pages.map((page) => fetch(url + page.path)))
  return pages.filter((_page, index) => answers[index]?.ok)
}

/** @param {{ url: string }} site @param {Page[]} pages */
async function measureLoads(site, pages) {
  const [plain, files] = [
    await serveStaticPages(site.url, pages),
    await serveFiles(site.url, pages),
  ]
  /** @type {Map<string, Load[]>} */
  const loads = new Map()
  const measure = async (/** @type {string} */ key, /** @type {string} */ url) => {
    loads.set(key, [...(loads.get(key) ?? []), await requestLoad(url, SECONDS)])
  }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, path } of pages) {
        await measure(`static ${name}`, `${plain.url}/${name}`)
        await measure(`file ${name}`, `${files.url}/${name}`)
        await measure(`site ${name}`, site.url + path)
      }
    }
  } finally {
    await Promise.all([plain.stop(), files.stop()])
  }
  return (/** @type {string} */ key, /** @type {keyof Load} */ figure) =>
    median((loads.get(key) ?? []).map((load) => load[figure]))
}

/** Throughput and latency of the site beside those of a static page of the same size. @returns {Promise<import('./results.mjs').Table>} */
export async function measureHttp() {
  const site = await serveHotsheet()
  try {
    const pages = await choosePages(site.url)
    const figure = await measureLoads(site, pages)
    const rows = await Promise.all(pages.map((page) => row(page, site.url, figure)))
    return [...rows, { what: `Memory of the server after it: ${await site.memory()}` }]
  } finally {
    await site.stop()
  }
}

/** @param {Page} page @param {string} url @param {Awaited<ReturnType<typeof measureLoads>>} figure */
async function row({ name, what, path, bar }, url, figure) {
  const rate = figure(`site ${name}`, 'rate')
  const plain = figure(`static ${name}`, 'rate')
  const body = await (await fetch(url + path)).arrayBuffer()
  return {
    what,
    kB: (body.byteLength / 1000).toFixed(0),
    'Node sending a file, requests/s': Math.round(figure(`file ${name}`, 'rate')),
    'static Next page, requests/s': Math.round(plain),
    'Hotsheet, requests/s': Math.round(rate),
    'times the static page': (rate / plain).toFixed(2),
    wanted: bar ? `at least ${WANTED}` : '',
    'p50, ms': figure(`site ${name}`, 'p50'),
    'p99, ms': figure(`site ${name}`, 'p99'),
    'p99 of the static page, ms': figure(`static ${name}`, 'p99'),
  }
}
