import { userInfo } from 'node:os'
import { findBrowser } from './browser.mjs'

/** The last two are pages of the browser's own in every window, which take half of a test's time; the others Playwright leaves out too. */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

/**
 * How Playwright launches this machine's Chromium for tests and benchmarks: it
 * reaches this machine only, and does nothing of its own meanwhile.
 *
 * @returns {Promise<{ executablePath: string | undefined, args: string[] }>}
 * @throws {import('./console.mjs').Problem} where the environment names a browser that is none
 */
export async function browserOptions() {
  const isRoot = userInfo().uid === 0
  return {
    executablePath: (await findBrowser()) ?? undefined,
    args: [
      // To intercept requests instead would turn the cache off.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      `--disable-features=${withoutFeatures.join(',')}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      // Chromium's sandbox refuses to be run by root.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  }
}
