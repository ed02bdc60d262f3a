import { access, constants } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { nodeProgram, run } from './command.mjs'
import { Problem } from './console.mjs'

/** Where systems put Chromium and its relatives. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** @param {string} file */
const isProgram = (file) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * A browser that is on this machine already: the one that PLAYWRIGHT_CHROMIUM or
 * CHROME_PATH names, the system's, or the one Playwright brought before.
 *
 * @returns {Promise<string | null>} its program
 */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM || process.env.CHROME_PATH
  if (named) {
    if (await isProgram(named)) return named
    throw new Problem(
      `The browser ${named} is not a program; PLAYWRIGHT_CHROMIUM or CHROME_PATH names it.`,
    )
  }
  for (const file of usual) if (await isProgram(file)) return file
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return (await isProgram(own)) ? own : null
}

/** Playwright's own browser, and, as root, the system's libraries that it needs. @param {string} command */
function playwright(command) {
  return [...nodeProgram('@playwright/test/cli.js'), command, 'chromium']
}

/**
 * Brings a browser: Playwright's own, else, as root on Debian and its relatives, the system's.
 *
 * @param {(line: string) => void} onLine
 * @returns {Promise<string>} its program
 * @throws {Problem} which says what to do by hand
 */
export async function bringBrowser(onLine) {
  const root = userInfo().uid === 0
  const apt = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
  /** @type {string[][][]} */
  const ways = [
    [playwright('install'), ...(root ? [playwright('install-deps')] : [])],
    ...(root ? [[['apt-get', 'update'], apt]] : []),
  ]
  /** @type {string[]} */
  const said = []
  for (const way of ways) {
    try {
      for (const command of way) {
        await run(command, { onLine, env: { DEBIAN_FRONTEND: 'noninteractive' } })
      }
      const found = await findBrowser()
      if (found) return found
    } catch (error) {
      said.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Problem(
    `${said.join('\n\n')}\n\nThe browser tests need Chromium, and none could be brought. Install one ` +
      '(on Debian and Ubuntu: sudo apt-get install chromium), or name yours: ' +
      'PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test',
  )
}
