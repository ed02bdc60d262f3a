import type { Browser, CDPSession, Page } from '@playwright/test'
import { openCorpus } from '@/bench/open-corpus'
import { openPhone, withBrowser } from '@/bench/phone'
import { serveSite } from '@/bench/servers'
import type { Table } from '@/bench/tables'
import { median } from '@/test/support/statistics.mjs'

declare global {
  interface Window {
    /** Milliseconds of frames and of long tasks. */
    timings: { frames: number[]; tasks: number[] }
  }
}

const DOCUMENTS = 10_000
/** Numbers of stories after which figures are read. */
const STEPS = [1_000, 2_500, 5_000]
/** Pixels per second: seven screens of a phone. */
const SPEED = 6_000
/** Pixels of one flick. */
const FLICK = 30_000
/** Time the first load has to finish before anything is counted. */
const SETTLE_MS = 5_000

/** Scrolls through thousands of stories on a phone with a slow processor. */
export async function measureScrolling(onLine: (line: string) => void): Promise<Table> {
  const { url } = await openCorpus('sqlite', DOCUMENTS, onLine)
  const site = await serveSite({ DATABASE_URL: url })
  try {
    return await withBrowser((browser) => measure(browser, `${site.url}/?sort=latest`, onLine))
  } finally {
    await site.stop()
  }
}

async function measure(
  browser: Browser,
  url: string,
  onLine: (line: string) => void,
): Promise<Table> {
  const { page, session, close } = await openPhone(browser, { slowCpu: true })
  await session.send('Performance.enable')
  await page.goto(url)
  await page.waitForTimeout(SETTLE_MS)
  const table: Table = []
  for (const wanted of STEPS) {
    onLine(`scrolling to ${wanted} stories`)
    await page.evaluate(watchFrames)
    const stories = await flickTo(page, session, wanted)
    const { frames, tasks } = await page.evaluate(() => window.timings)
    const { heap, nodes } = await measureMemory(session)
    table.push({
      'stories scrolled': stories,
      'longest task, ms': Math.round(Math.max(0, ...tasks)),
      'tasks over 100 ms': tasks.filter((duration) => duration > 100).length,
      'frames per second, median': Math.round(1_000 / median(frames)),
      'heap, MiB': heap.toFixed(1),
      'DOM nodes': nodes,
      'nodes per story': (nodes / stories).toFixed(1),
    })
  }
  await close()
  return table
}

/** Records what frames and long tasks take, from now on. Runs in the page. */
function watchFrames(): void {
  const timings: Window['timings'] = { frames: [], tasks: [] }
  window.timings = timings
  const observer = new PerformanceObserver((list) => {
    timings.tasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  observer.observe({ type: 'longtask' })
  let last = performance.now()
  const tick = () => {
    const now = performance.now()
    timings.frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

/** Flicks until a number of stories has been loaded, and returns how many there are. */
async function flickTo(page: Page, session: CDPSession, wanted: number): Promise<number> {
  // A locator would visit all of them by script, in tasks of a tenth of a second.
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

/** Returns the used heap after a garbage collection, in MiB, and the number of DOM nodes. */
async function measureMemory(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { heap: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes') }
}
