import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from '../steps/browser.mjs'
import { median } from './results.mjs'
import { serveEmptyPage, serveHotsheet } from './servers.mjs'

const RUNS = 7
/** A slow line: 150 ms, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 9.4e4 }
const CPU = 4
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (/** @type {number} */ value) => `${Math.round(value)} ms`

/** @param {import('@playwright/test').Browser} browser */
async function freshPage(browser, { slow = false, viewport = { width: 390, height: 844 } } = {}) {
  const context = await browser.newContext({ viewport, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  if (slow) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  }
  return { page, session, close: () => context.close() }
}

/** Bytes of script and of HTML, gzipped, that the first load of a page takes. */
async function measureWeight(browser, url) {
  const { page, close } = await freshPage(browser)
  const sizes = { script: 0, html: 0 }
  const read = async (response) => {
    const type = response.request().resourceType()
    if (type !== 'script' && type !== 'document') return
    const size = gzipSync(await response.body(), { level: 9 }).length
    sizes[type === 'script' ? 'script' : 'html'] += size
  }
  const reading = []
  page.on('response', (response) => reading.push(read(response)))
  await page.goto(url, { waitUntil: 'networkidle' })
  await Promise.all(reading)
  await close()
  return sizes
}

/** When the first heading is painted on a slow line and a slow processor, in ms. */
async function measureFirstPaint(browser, url) {
  const times = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page, close } = await freshPage(browser, { slow: true })
    await page.addInitScript(() => {
      window.firstHeading = new Promise((resolve) => {
        const look = () => {
          if (!document.querySelector('main h2')) return requestAnimationFrame(look)
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
        }
        look()
      })
    })
    await page.goto(url, { waitUntil: 'commit' })
    times.push(await page.evaluate(() => window.firstHeading))
    await close()
  }
  return median(times)
}

/** Layout shift and the most elements there were, while 1,000 stories are scrolled. */
async function measureScroll(browser, url) {
  const { page, close } = await freshPage(browser)
  await page.goto(url, { waitUntil: 'networkidle' })
  const result = await page.evaluate(async () => {
    let shift = 0
    let most = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    const count = () => document.querySelectorAll('main li[data-id]').length
    for (let turn = 0; turn < 3_000 && count() < 1_000; turn += 1) {
      scrollBy(0, innerHeight)
      await new Promise((resolve) => setTimeout(resolve, 30))
      most = Math.max(most, document.querySelectorAll('*').length)
    }
    return { shift, most, stories: count() }
  })
  await close()
  return result
}

/** From a tap on what was fetched ahead to its heading being painted, in ms. */
async function measureTap(browser, url, selector) {
  const times = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page, session, close } = await freshPage(browser)
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(1_500)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    await page.evaluate(() => {
      const before = location.pathname
      window.tapped = new Promise((resolve) => {
        addEventListener('click', ({ timeStamp }) => {
          const heading = () => [...document.querySelectorAll('h1')].find((h) => h.checkVisibility())
          const old = heading()
          const look = () => {
            const done = location.pathname !== before && heading() && heading() !== old
            if (!done) return requestAnimationFrame(look)
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
          }
          look()
        }, { capture: true, once: true })
      })
    })
    await page.locator(selector).first().tap()
    times.push(await page.evaluate(() => window.tapped))
    await close()
  }
  return median(times)
}

/** @returns {Promise<import('./results.mjs').Table>} */
export async function measurePage() {
  const [empty, site] = [await serveEmptyPage(), await serveHotsheet()]
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? undefined,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    const weight = [await measureWeight(browser, empty.url), await measureWeight(browser, site.url)]
    const [bare, full] = weight
    const paint = [await measureFirstPaint(browser, empty.url), await measureFirstPaint(browser, site.url)]
    const scroll = await measureScroll(browser, site.url)
    const topic = await measureTap(browser, site.url, 'nav[aria-label=Topics] a[data-ahead]')
    const story = await measureTap(browser, site.url, 'main h2 a[data-ahead]')
    return [
      { what: 'Script on first load of `/`, gzip', 'empty page': kB(bare.script), Hotsheet: kB(full.script), wanted: 'at most 30 kB more' },
      { what: 'HTML of `/`, gzip', 'empty page': kB(bare.html), Hotsheet: kB(full.html), wanted: 'at most 18 kB' },
      { what: 'First headline painted, slow line and 4 × slower processor', 'empty page': ms(paint[0]), Hotsheet: ms(paint[1]), wanted: 'at most 150 ms later' },
      { what: `Layout shift while ${scroll.stories} stories are scrolled`, 'empty page': '', Hotsheet: scroll.shift.toFixed(4), wanted: '0' },
      { what: 'Most elements meanwhile', 'empty page': '', Hotsheet: scroll.most, wanted: 'at most 9,000' },
      { what: 'Tap on a topic to its list, 4 × slower processor', 'empty page': '', Hotsheet: ms(topic), wanted: 'at most 100 ms' },
      { what: 'Tap on a headline to its article, 4 × slower processor', 'empty page': '', Hotsheet: ms(story), wanted: 'at most 100 ms' },
    ]
  } finally {
    await browser.close()
    await Promise.all([empty.stop(), site.stop()])
  }
}
