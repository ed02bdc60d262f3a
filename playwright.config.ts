import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserOptions } from './scripts/steps/browser-options.mjs'
import { freePort } from './scripts/steps/free-port.mjs'

/** Set by hand, it names a server that runs already: node e2e/server.mjs FOLDER PORT. */
const reuseExistingServer = process.env.E2E_PORT !== undefined

// Each worker loads this file again and must find what the first load chose.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'hotsheet-e2e-'))
// What readers do is the same on PostgreSQL: `npm run test:postgres` names an empty database there.
process.env.E2E_DATABASE_URL ??= `file:${path.join(process.env.E2E_FOLDER, 'e2e.db')}`
const baseURL = `http://localhost:${process.env.E2E_PORT}`

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true }
const desktop = { viewport: { width: 1440, height: 900 } }

/** Tests of what depends on the screen and on what lies below it, fingers or a keyboard. */
const looks = /(accessibility|keyboard|layout|scroll)\.spec\.ts/
/** With a database of another kind: stories are read, and what is new is seen. The rest is tried beside the store. */
const decided = process.env.E2E_CONTENT_ONLY ? /open\.spec\.ts/ : undefined
const imports = decided ? /\/import\.spec\.ts/ : /(import|news|offline)\.spec\.ts/
const widths = decided
  ? []
  : [
      {
        name: 'phone',
        testMatch: looks,
        testIgnore: /keyboard/,
        grepInvert: /@desktop/,
        use: phone,
      },
      {
        name: 'tablet',
        testMatch: looks,
        testIgnore: /accessibility|keyboard|scroll/,
        use: tablet,
      },
      { name: 'desktop', testMatch: looks, grepInvert: /@phone/, use: desktop },
    ]

/** What readers do, in a real browser, against the production build. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 30_000,
  expect: { timeout: 7_000 },
  forbidOnly: Boolean(process.env.CI),
  // Readers wait more than they compute, so that two processors have room for a third.
  workers: 3,
  fullyParallel: true,
  // On a busy machine a press may come between two frames; what is broken fails twice. The list tells of both.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: await browserOptions(),
    // Only the test of reading offline lets it in: it would answer for the server.
    serviceWorkers: 'block',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  },
  projects: [
    // What a page says and does is the same at every width: it is tried once, on the smallest.
    { name: 'content', testMatch: decided, testIgnore: [looks, imports], use: phone },
    ...widths,
    {
      // It changes what there is to read, so it waits for those who read.
      name: 'import',
      testMatch: imports,
      dependencies: ['content', ...widths.map(({ name }) => name)],
      use: desktop,
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
