import { chromium } from '@playwright/test'
import { browserOptions } from '../steps/browser-options.mjs'
import { measureInteractions } from './interactions.mjs'
import { measureMarkedStart } from './marked-start.mjs'
import { serveHotsheet } from './servers.mjs'

/**
 * What a reader's own marks and settings cost the first list, and how fast the page answers to
 * whatever they do, on a phone with a processor 4 × slower.
 *
 * @returns {Promise<import('./results.mjs').Table>}
 */
export async function measureReader() {
  const site = await serveHotsheet()
  const browser = await chromium.launch(await browserOptions())
  try {
    return [
      ...(await measureMarkedStart(browser, site.url)),
      ...(await measureInteractions(browser, site.url)),
    ]
  } finally {
    await browser.close()
    await site.stop()
  }
}
