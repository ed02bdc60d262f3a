import { gzipSync } from 'node:zlib'
import type { Browser, Response } from '@playwright/test'
import { openPhone } from '@/bench/phone'
import { median } from '@/test/support/statistics.mjs'

const RUNS = 7

/** Returns the gzipped bytes of scripts and HTML that the first load of a page takes. */
export async function measureWeight(browser: Browser, url: string) {
  const { page, close } = await openPhone(browser)
  const sizes = { script: 0, document: 0 }
  const add = async (response: Response) => {
    const type = response.request().resourceType()
    if (type !== 'script' && type !== 'document') return
    const { length } = gzipSync(await response.body(), { level: 9 })
    sizes[type] += length
  }
  const added: Promise<void>[] = []
  page.on('response', (response) => added.push(add(response)))
  await page.goto(url, { waitUntil: 'networkidle' })
  await Promise.all(added)
  await close()
  return sizes
}

/** Returns the median First Contentful Paint on a slow network and processor, in ms. */
export async function measureFirstPaint(browser: Browser, url: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const { page, close } = await openPhone(browser, { slowNetwork: true, slowCpu: true })
    await page.goto(url, { waitUntil: 'load' })
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    )
    times.push(paint ?? NaN)
    await close()
  }
  return median(times)
}
