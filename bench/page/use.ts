import type { Browser } from '@playwright/test'
import { openPhone } from '@/bench/phone'
import { median } from '@/test/support/statistics.mjs'

declare global {
  interface Window {
    /** Milliseconds from the tap to the painted heading of the next page. */
    tapped: Promise<number>
  }
}

const RUNS = 7
/** Time in which links that are in view are prefetched. */
const PREFETCH_MS = 1_500

/** Returns the layout shift, and the largest number of elements, while 1,000 stories are scrolled. */
export async function measureLayout(browser: Browser, url: string) {
  const { page, close } = await openPhone(browser)
  await page.goto(url, { waitUntil: 'networkidle' })
  const result = await page.evaluate(async () => {
    let shift = 0
    let elements = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[]) {
        if (!entry.hadRecentInput) shift += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
    const count = () => document.querySelectorAll('main li[data-id]').length
    for (let turn = 0; turn < 3_000 && count() < 1_000; turn += 1) {
      scrollBy(0, innerHeight)
      await new Promise((resolve) => setTimeout(resolve, 30))
      elements = Math.max(elements, document.querySelectorAll('*').length)
    }
    return { shift, elements, stories: count() }
  })
  await close()
  return result
}

/** Returns the median time from a tap on a prefetched link to its painted heading, in ms. */
export async function measureTap(browser: Browser, url: string, link: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page, slowCpu, close } = await openPhone(browser)
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(PREFETCH_MS)
    await slowCpu()
    await page.evaluate(watchTap)
    await page.locator(link).first().tap()
    times.push(await page.evaluate(() => window.tapped))
    await close()
  }
  return median(times)
}

/** Waits for a click and the heading that it leads to. Runs in the page. */
function watchTap(): void {
  const before = location.pathname
  const heading = () =>
    [...document.querySelectorAll('h1')].find((element) => element.checkVisibility())
  window.tapped = new Promise((resolve) => {
    const onClick = ({ timeStamp }: Event) => {
      const old = heading()
      const look = () => {
        const next = heading()
        if (location.pathname === before || !next || next === old) {
          requestAnimationFrame(look)
          return
        }
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
      }
      look()
    }
    addEventListener('click', onClick, { capture: true, once: true })
  })
}
