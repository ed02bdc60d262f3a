import { chromium } from '@playwright/test'
import { browserOptions } from '../steps/browser-options.mjs'
import { measureFirstPaint, measureScroll, measureTap, measureWeight } from './browser.mjs'
import { serveEmptyPage, serveHotsheet } from './servers.mjs'

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (/** @type {number} */ value) => `${Math.round(value)} ms`

/** A row of the table. */
function row(what, wanted, hotsheet, empty = '') {
  return { what, 'empty page': empty, Hotsheet: hotsheet, wanted }
}

async function measureFirstLoad(browser, empty, site) {
  const bare = await measureWeight(browser, empty)
  const full = await measureWeight(browser, site)
  const [early, late] = [
    await measureFirstPaint(browser, empty),
    await measureFirstPaint(browser, site),
  ]
  return [
    row(
      'Script on first load of `/`, gzip',
      'at most 30 kB more',
      kB(full.script),
      kB(bare.script),
    ),
    row('HTML of `/`, gzip', 'at most 18 kB', kB(full.html), kB(bare.html)),
    row(
      'First headline painted, slow line, processor 4 × slower',
      'at most 150 ms later',
      ms(late),
      ms(early),
    ),
  ]
}

async function measureUse(browser, site) {
  const scroll = await measureScroll(browser, site)
  const topic = await measureTap(browser, site, 'nav[aria-label=Topics] a[data-ahead]')
  const story = await measureTap(browser, site, 'main h2 a[data-ahead]')
  const slow = 'processor 4 × slower'
  return [
    row(`Layout shift while ${scroll.stories} stories are scrolled`, '0', scroll.shift.toFixed(4)),
    row('Most elements meanwhile', 'at most 9,000', scroll.most),
    row(`Tap on a topic to its list, ${slow}`, 'at most 100 ms', ms(topic)),
    row(`Tap on a headline to its article, ${slow}`, 'at most 100 ms', ms(story)),
  ]
}

/** @returns {Promise<import('./results.mjs').Table>} */
export async function measurePage() {
  const [empty, site] = [await serveEmptyPage(), await serveHotsheet()]
  const browser = await chromium.launch(await browserOptions())
  try {
    return [
      ...(await measureFirstLoad(browser, empty.url, site.url)),
      ...(await measureUse(browser, site.url)),
    ]
  } finally {
    await browser.close()
    await Promise.all([empty.stop(), site.stop()])
  }
}
