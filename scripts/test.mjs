import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringBrowser, findBrowser } from './steps/browser.mjs'
import { checkFolder, checkNode } from './steps/check.mjs'
import { nodeProgram, run, stopWithChildren } from './steps/command.mjs'
import { step, tellProblem } from './steps/console.mjs'
import { build, generate, importDocuments, install, migrate } from './steps/prepare.mjs'

// `npm test`: every check there is, from a fresh clone. Its last line is the
// number of tests passed and failed; a check that fails counts as one.

const count = { passed: 0, failed: 0 }

/** A check that prints nothing when all is well. @param {string} title @param {string[]} command */
function check(title, [file, ...args]) {
  return step(title, (onLine) => run([...nodeProgram(file), ...args], { onLine }))
}

/**
 * Runs tests that report as JSON, and adds up what they say.
 *
 * @param {string} title
 * @param {string[]} command
 * @param {string} report the file it writes
 * @param {(report: any) => { passed: number, failed: number }} read
 * @param {Record<string, string>} [env]
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

async function runChecks(/** @type {string} */ folder) {
  await check('Format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
  await check('Route types', ['next/dist/bin/next', 'typegen'])
  await check('Types', ['typescript/bin/tsc', '--noEmit', '-p', '.'])
  await check('Lint', ['eslint/bin/eslint.js', '--max-warnings', '0', '.'])
  const unit = path.join(folder, 'unit.json')
  await tests(
    'Unit and storage tests',
    [
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unit}`,
    ],
    unit,
    (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  )
  const database = { DATABASE_URL: `file:${path.join(folder, 'build.db')}` }
  await migrate(database)
  await importDocuments(['seeds'], database)
  await build(database)
  const browser = path.join(folder, 'browser.json')
  await tests(
    'Browser tests',
    ['@playwright/test/cli.js', 'test', '--reporter=list,json'],
    browser,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    { PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
  )
}

async function main() {
  process.chdir(path.join(import.meta.dirname, '..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  await checkNode()
  await checkFolder()
  await install()
  await generate()
  process.env.PLAYWRIGHT_CHROMIUM = await step(
    'Browser',
    async (onLine) => (await findBrowser()) ?? bringBrowser(onLine),
    (program) => program,
  )
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-test-'))
  await runChecks(folder).finally(() => rm(folder, { recursive: true, force: true }))
}

let code = 0
try {
  await main()
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
