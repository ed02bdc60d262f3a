import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/steps/browser.mjs'

/** A port that nobody uses. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Set by hand, it names a server that runs already: node e2e/server.mjs FOLDER PORT. */
const reuseExistingServer = process.env.E2E_PORT !== undefined

// Each worker loads this file again and must find what the first load chose.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'hotsheet-e2e-'))
const baseURL = `http://localhost:${process.env.E2E_PORT}`

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]
const root = userInfo().uid === 0

/** What readers do, in a real browser, against the production build. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 30_000,
  expect: { timeout: 7_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: {
      executablePath: (await findBrowser()) ?? undefined,
      args: [...quiet, ...(root ? ['--no-sandbox'] : [])],
    },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: 'import.spec.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'tablet',
      testIgnore: 'import.spec.ts',
      use: { viewport: { width: 820, height: 1180 }, hasTouch: true },
    },
    {
      name: 'desktop',
      testIgnore: 'import.spec.ts',
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      // It changes what there is to read, so it waits for those who read.
      name: 'import',
      testMatch: 'import.spec.ts',
      dependencies: ['phone', 'tablet', 'desktop'],
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: `node e2e/server.mjs "${process.env.E2E_FOLDER}" ${process.env.E2E_PORT}`,
    url: baseURL,
    reuseExistingServer,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
  },
})
