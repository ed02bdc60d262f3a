import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { browserOptions } from '@/scripts/steps/browser-options.mjs'

/** How much slower than this machine a phone's processor is. */
export const CPU_SLOWDOWN = 4

/** A slow network: 150 ms of latency, 1.6 Mbit/s down, 0.75 Mbit/s up. */
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 2e5,
  uploadThroughput: 9.4e4,
}

/** A browser window the size of a phone, with an empty cache. */
interface Phone {
  page: Page
  session: CDPSession
  slowCpu: () => Promise<unknown>
  close: () => Promise<void>
}

/** Runs `use` with a browser that is closed afterwards. */
export async function withBrowser<Result>(
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch(await browserOptions())
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** Opens a phone, by default as fast as this machine. */
export async function openPhone(
  browser: Browser,
  { slowNetwork = false, slowCpu = false } = {},
): Promise<Phone> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  // esbuild, by which tsx compiles, calls this helper in functions that are sent to the page.
  await page.addInitScript('globalThis.__name = (value) => value')
  const phone: Phone = {
    page,
    session,
    slowCpu: () => session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN }),
    close: () => context.close(),
  }
  if (slowCpu) await phone.slowCpu()
  if (slowNetwork) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  }
  return phone
}
