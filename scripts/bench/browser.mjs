import { gzipSync } from 'node:zlib'
import { median } from './results.mjs'

const RUNS = 7
/** A slow line: 150 ms, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 9.4e4 }
const CPU = 4

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
export async function measureWeight(browser, url) {
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

/** When the browser first painted content, headlines with it, on a slow line and a slow processor, in ms. */
export async function measureFirstPaint(browser, url) {
  const times = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page, close } = await freshPage(browser, { slow: true })
    await page.goto(url, { waitUntil: 'load' })
    times.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
      ),
    )
    await close()
  }
  return median(times)
}

/** Layout shift and the most elements there were, while 1,000 stories are scrolled. */
export async function measureScroll(browser, url) {
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
export async function measureTap(browser, url, selector) {
  const times = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page, session, close } = await freshPage(browser)
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(1_500)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    await page.evaluate(() => {
      const before = location.pathname
      window.tapped = new Promise((resolve) => {
        addEventListener(
          'click',
          ({ timeStamp }) => {
            const heading = () =>
              [...document.querySelectorAll('h1')].find((h) => h.checkVisibility())
            const old = heading()
            const look = () => {
              const done = location.pathname !== before && heading() && heading() !== old
              if (!done) return requestAnimationFrame(look)
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
            }
            look()
          },
          { capture: true, once: true },
        )
      })
    })
    await page.locator(selector).first().tap()
    times.push(await page.evaluate(() => window.tapped))
    await close()
  }
  return median(times)
}
