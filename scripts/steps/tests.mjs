import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringBrowser, findBrowser } from './browser.mjs'
import { checkFolder, checkNode } from './check.mjs'
import { nodeProgram, run, stopWithChildren } from './command.mjs'
import { step, tellProblem } from './console.mjs'
import { generate, unpack } from './prepare.mjs'

const count = { passed: 0, failed: 0 }

/** @typedef {(onLine: (line: string) => void) => Promise<unknown>} Check */

/**
 * A program that prints nothing when all is well.
 *
 * @param {string} file below node_modules
 * @param {...string} args
 * @returns {Check}
 */
export function program(file, ...args) {
  return (onLine) => run([...nodeProgram(file), ...args], { onLine })
}

/**
 * Checks side by side. All are waited for; the first failure is told.
 *
 * @param {string} title
 * @param {...Check} checks
 */
export function check(title, ...checks) {
  return step(title, async (onLine) => {
    const ended = await Promise.allSettled(checks.map((begin) => begin(onLine)))
    for (const end of ended) if (end.status === 'rejected') throw end.reason
  })
}

/**
 * Runs tests that report as JSON, and adds up what they say.
 *
 * @param {string} title
 * @param {string[]} command
 * @param {string} report the file it writes
 * @param {(report: any) => { passed: number, failed: number }} read
 * @param {Record<string, string>} env
 */
function tests(title, [file, ...args], report, read, env) {
  const before = count.failed
  return step(
    title,
    async (onLine) => {
      const ran = run([...nodeProgram(file), ...args], { onLine, env })
      const failure = await ran.then(
        () => null,
        (error) => error,
      )
      const said = await readFile(report, 'utf8').then(
        (text) => read(JSON.parse(text)),
        () => null,
      )
      count.passed += said?.passed ?? 0
      count.failed += said?.failed ?? 0
      if (failure) throw failure
      return said
    },
    (said) => `${said?.passed ?? 0} passed`,
  ).catch((error) => {
    if (count.failed === before) count.failed += 1
    throw Object.assign(error, { counted: true })
  })
}

/**
 * Tests beside the code.
 *
 * @param {string} title
 * @param {{ folder: string, args?: string[], env?: Record<string, string> }} options where the report
 *   goes; which files, all without; what the tests find in their environment
 */
export function unitTests(title, { folder, args = [], env = {} }) {
  const report = path.join(folder, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return tests(
    title,
    ['vitest/vitest.mjs', 'run', ...reporters, ...args],
    report,
    (said) => ({ passed: said.numPassedTests, failed: said.numFailedTests }),
    env,
  )
}

/**
 * What readers do, in a browser.
 *
 * @param {string} title
 * @param {{ folder: string, env?: Record<string, string> }} options as for {@link unitTests}
 */
export function browserTests(title, { folder, env = {} }) {
  const report = path.join(folder, 'browser.json')
  return tests(
    title,
    ['@playwright/test/cli.js', 'test', '--reporter=list,json'],
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  )
}

async function prepare() {
  process.chdir(path.join(import.meta.dirname, '../..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  await checkNode()
  await checkFolder()
  await unpack()
  await generate()
  process.env.PLAYWRIGHT_CHROMIUM = await step(
    'Browser',
    async (onLine) => (await findBrowser()) ?? bringBrowser(onLine),
    (program) => program,
  )
}

/**
 * Runs a command that tests, from a fresh clone on; what packages compile is left to it. Its last line
 * is the number of tests passed and failed; a check that fails counts as one.
 *
 * @param {(folder: string) => Promise<void>} runTests gets a temporary folder
 */
export async function testCommand(runTests) {
  let code = 0
  try {
    await prepare()
    const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-test-'))
    await runTests(folder).finally(() => rm(folder, { recursive: true, force: true }))
  } catch (error) {
    tellProblem(error)
    if (!(error instanceof Error && 'counted' in error)) count.failed += 1
    code = 1
  }
  // Both streams must be empty before the last line, or it might not be the last.
  process.stderr.write('', () => {
    console.log(`${count.passed} passed, ${count.failed} failed`)
    process.exit(code)
  })
}
