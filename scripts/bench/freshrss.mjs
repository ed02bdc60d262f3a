import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCorpus } from './corpora.mjs'
import { copyArticles } from './freshrss-entries.mjs'
import { installFreshRss, serveFreshRss } from './freshrss-server.mjs'
import { requestLoad } from './request-load.mjs'
import { median } from './results.mjs'
import { serveMadeAnew, serveSite } from './servers.mjs'

const ARTICLES = 100_000
const ROUNDS = 3
const SECONDS = 8
const MORE_REQUESTS = 50
const LESS_LATENCY = 20

/**
 * The same question to both. `*` becomes new text in each request, so that
 * Hotsheet has no answer to it in its memory; FreshRSS keeps none.
 *
 * @param {string} word
 */
const questions = (word) => [
  { what: 'the feed', freshrss: '/i/', hotsheet: '/' },
  { what: 'the feed, past the cache of answers', freshrss: '/i/', hotsheet: '/?ref=*' },
  { what: 'a search', freshrss: `/i/?search=${word}`, hotsheet: `/search?q=${word}` },
  {
    what: 'a search, past every cache',
    freshrss: `/i/?search=${word}`,
    hotsheet: `/search?q=${word}+-*`,
  },
]

/**
 * The last question again, with a page of Next's that holds nothing in the place of Hotsheet: what no
 * static page that is made for its first reader can do better.
 *
 * @param {string} word
 */
const floor = (word) => [
  {
    what: 'a search, and a page without content that Next makes anew',
    freshrss: `/i/?search=${word}`,
    hotsheet: '/made/*',
  },
]

/** A word of a headline in the feed. @param {string} url */
async function chooseWord(url) {
  const { articles } = await (await fetch(`${url}/api/articles`)).json()
  return /\p{L}{5,}/u.exec(articles[0].title)?.[0].toLowerCase() ?? ''
}

/**
 * @param {string} freshrss @param {string} hotsheet addresses of the two
 * @param {ReturnType<typeof questions>} asked
 */
async function compare(freshrss, hotsheet, asked) {
  const rows = []
  for (const question of asked) {
    if (!(await fetch(hotsheet + question.hotsheet)).ok) continue
    /** @type {Record<'freshrss' | 'hotsheet', Awaited<ReturnType<typeof requestLoad>>[]>} */
    const loads = { freshrss: [], hotsheet: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      loads.freshrss.push(await requestLoad(freshrss + question.freshrss, SECONDS))
      loads.hotsheet.push(await requestLoad(hotsheet + question.hotsheet, SECONDS))
    }
    rows.push(row(question.what, loads))
  }
  return rows
}

/** @param {string} what @param {Record<'freshrss' | 'hotsheet', Awaited<ReturnType<typeof requestLoad>>[]>} loads */
function row(what, { freshrss, hotsheet }) {
  const figure = (
    /** @type {typeof freshrss} */ loads,
    /** @type {'rate' | 'p50' | 'p99'} */ name,
  ) => median(loads.map((load) => load[name]))
  // Autocannon counts whole milliseconds.
  const latency = (/** @type {typeof freshrss} */ loads) => Math.max(0.5, figure(loads, 'p50'))
  return {
    what,
    'FreshRSS, requests/s': figure(freshrss, 'rate').toFixed(1),
    'Hotsheet, requests/s': figure(hotsheet, 'rate').toFixed(0),
    times: (figure(hotsheet, 'rate') / figure(freshrss, 'rate')).toFixed(0),
    wanted: `at least ${MORE_REQUESTS}`,
    'FreshRSS p50 / p99, ms': `${figure(freshrss, 'p50')} / ${figure(freshrss, 'p99')}`,
    'Hotsheet p50 / p99, ms': `${figure(hotsheet, 'p50')} / ${figure(hotsheet, 'p99')}`,
    'of its latency': `1/${Math.floor(latency(freshrss) / latency(hotsheet))}`,
    'wanted latency': `at most 1/${LESS_LATENCY}`,
  }
}

/** FreshRSS and Hotsheet with the same articles, side by side. @returns {Promise<import('./results.mjs').Table>} */
export async function measureFreshRss() {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-freshrss-'))
  try {
    const { url } = await openCorpus('sqlite', ARTICLES)
    const source = path.join(folder, 'FreshRSS')
    copyArticles(url.replace(/^file:/, ''), await installFreshRss(source))
    const [freshrss, hotsheet, empty] = [
      await serveFreshRss(source, folder),
      await serveSite({ DATABASE_URL: url }),
      await serveMadeAnew(),
    ]
    const word = await chooseWord(hotsheet.url)
    const rows = [
      ...(await compare(freshrss.url, hotsheet.url, questions(word))),
      ...(await compare(freshrss.url, empty.url, floor(word))),
    ]
    for (const server of [freshrss, hotsheet, empty]) await server.stop()
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
