import { chromium } from '@playwright/test'
import { browserOptions } from '../steps/browser-options.mjs'
import { openCorpus } from './corpora.mjs'
import { median } from './results.mjs'
import { serveSite } from './servers.mjs'

const STORIES = 5_000
const DOCUMENTS = 10_000
/** Pixels a second: seven screens of a phone. */
const SPEED = 6_000
/** Pixels of one flick. */
const FLICK = 30_000
const CPU = 4
/** Milliseconds in which the first load comes to rest. */
const SETTLE = 5_000

/** Notes what frames and tasks take, from now on. Runs in the page. */
function watchFrames() {
  const watch = { frames: /** @type {number[]} */ ([]), tasks: /** @type {number[]} */ ([]) }
  Object.assign(window, { watch })
  const tasks = new PerformanceObserver((list) => {
    watch.tasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  tasks.observe({ type: 'longtask' })
  let last = performance.now()
  const tick = () => {
    const now = performance.now()
    watch.frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

/** @param {import('@playwright/test').CDPSession} session */
async function measureMemory(session) {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (/** @type {string} */ name) =>
    metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { heap: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes') }
}

/** Flicks on until a number of stories is there; the page's end comes nearer as they load. */
async function flickTo(page, session, wanted) {
  // A locator would walk all of them by script, in tasks of a tenth of a second that are none of the page's.
  const count = () => page.evaluate(() => document.querySelectorAll('main ol.stories > li').length)
  while ((await count()) < wanted) {
    await session.send('Input.synthesizeScrollGesture', {
      x: 195,
      y: 600,
      yDistance: -FLICK,
      speed: SPEED,
      gestureSourceType: 'mouse',
    })
  }
  return count()
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function measure(browser, url) {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  await page.goto(url)
  await page.waitForTimeout(SETTLE)
  const steps = []
  for (const wanted of [STORIES / 5, STORIES / 2, STORIES]) {
    await page.evaluate(watchFrames)
    const stories = await flickTo(page, session, wanted)
    const { frames, tasks } = await page.evaluate(() => /** @type {any} */ (window).watch)
    steps.push({ stories, frames, tasks, ...(await measureMemory(session)) })
  }
  await context.close()
  return steps
}

/** A feed scrolled through thousands of stories by a slow processor. @returns {Promise<import('./results.mjs').Table>} */
export async function measureScrolling() {
  const { url } = await openCorpus('sqlite', DOCUMENTS)
  const site = await serveSite({ DATABASE_URL: url })
  const browser = await chromium.launch(await browserOptions())
  try {
    const steps = await measure(browser, `${site.url}/?sort=latest`)
    return steps.map(({ stories, frames, tasks, heap, nodes }) => ({
      'stories scrolled': stories,
      'longest task, ms': Math.round(Math.max(0, ...tasks)),
      'tasks over 100 ms': tasks.filter((duration) => duration > 100).length,
      'frames a second, median': Math.round(1_000 / median(frames)),
      'heap, MiB': heap.toFixed(1),
      'DOM nodes': nodes,
      'nodes a story': (nodes / stories).toFixed(1),
    }))
  } finally {
    await browser.close()
    site.stop()
  }
}
