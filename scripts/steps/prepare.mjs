import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { schemaFor } from '../../prisma/schema-for.js'
import { CommandError, nodeProgram, run, script } from './command.mjs'
import { Problem, step } from './console.mjs'
import { fingerprint, unlessDone } from './fingerprint.mjs'
import { buildWorker } from './worker.mjs'

/** Prisma would download a program of its own; what it is for, Hotsheet does with the one from npm. */
const noEngineDownload = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }

/** @param {string[]} args @returns {string[]} */
function npm(...args) {
  const { npm_execpath: cli } = process.env
  if (cli?.endsWith('.js')) return [process.execPath, cli, ...args]
  return ['npm', ...args]
}

/** @param {unknown} error @returns {never} */
function explainCompile(error) {
  if (error instanceof CommandError && error.message.includes('node-gyp')) {
    throw new Problem(
      `${error.message}\n\nThe database driver (better-sqlite3) has no ready-made program for this machine ` +
        'and could not be compiled. Compiling needs Python 3, make and a C++ compiler ' +
        '(on Debian and Ubuntu: apt-get install python3 make g++).',
    )
  }
  throw error
}

/** What is installed fits one version of Node and one kind of machine. @param {string} [folder] of the package */
function installed(folder = '.') {
  const { modules } = process.versions
  const extra = `${modules} ${process.platform} ${process.arch}`
  return fingerprint([path.join(folder, 'package-lock.json')], { with: extra })
}

/**
 * Unpacks what the package-lock.json of a folder names, unless that is there already.
 *
 * @param {string} [folder] that of the site, or that of a package inside it
 */
export function unpack(folder = '.') {
  return step(
    folder === '.' ? 'Packages' : `Packages of ${folder}/`,
    async (onLine) => {
      const command = npm('ci', '--no-audit', '--no-fund', '--ignore-scripts')
      const stamp = path.join(folder, 'node_modules/.hotsheet')
      return unlessDone(stamp, await installed(folder), () =>
        run(command, { cwd: folder, env: noEngineDownload, onLine }),
      )
    },
    (done) => (done ? 'installed' : 'up to date'),
  )
}

/**
 * Makes what packages have to make on this machine, unless it is there already: the database driver, which
 * is compiled for a minute where no ready-made one can be downloaded.
 *
 * @param {(line: string) => void} onLine
 * @returns {Promise<boolean>} whether it was made now
 */
export async function compile(onLine) {
  return unlessDone('node_modules/better-sqlite3/build/.hotsheet', await installed(), () =>
    run(npm('rebuild'), { env: noEngineDownload, onLine }).catch(explainCompile),
  )
}

/** Installs what package-lock.json names, unless that is there already. */
export async function install() {
  await unpack()
  await step('Database driver', compile, (done) => (done ? 'made' : 'up to date'))
}

/** Generates the database clients from the schema, one for each kind of database, unless it is unchanged. */
export function generate() {
  return step(
    'Database clients',
    async (onLine) => {
      const sources = ['prisma/schema.prisma', 'prisma/schema-for.js', 'package-lock.json']
      const print = await fingerprint(sources)
      return unlessDone('lib/db/generated/.schema', print, () => generateBoth(onLine))
    },
    (done) => (done ? 'generated' : 'up to date'),
  )
}

async function generateBoth(/** @type {(line: string) => void} */ onLine) {
  const schema = await readFile('prisma/schema.prisma', 'utf8')
  const postgres = 'node_modules/.cache/hotsheet/schema.prisma'
  await mkdir(path.dirname(postgres), { recursive: true })
  const output = path.resolve('lib/db/generated-postgresql')
  await writeFile(postgres, schemaFor('postgresql', schema, output))
  for (const file of ['prisma/schema.prisma', postgres]) {
    const command = [...nodeProgram('prisma/build/index.js'), 'generate', '--schema', file]
    await run(command, { env: noEngineDownload, onLine })
  }
}

/** Brings the database's tables up to date. @param {{ DATABASE_URL?: string }} [env] */
export function migrate(env) {
  return step(
    'Database',
    async (onLine) => (await run(script('scripts/migrate.ts'), { env, onLine })).lines.at(-1) ?? '',
    (said) => said.replace(/\.$/, ''),
  )
}

/**
 * Imports documents. Refused ones are told and do not stop the others.
 *
 * @param {string[]} paths
 * @param {{ DATABASE_URL?: string }} [env]
 */
export async function importDocuments(paths, env) {
  const { code, lines } = await step(
    `Documents in ${paths.join(', ')}`,
    // 1: some were refused.
    (onLine) => run(script('scripts/import.ts', ...paths), { env, onLine, allow: [0, 1] }),
    ({ lines: said }) =>
      said
        .findLast((line) => line.trim())
        ?.trim()
        .replace(/\.$/, '') ?? '',
  )
  if (code === 1) console.log(lines.map((line) => `    ${line}`).join('\n'))
}

/** What the built site is made of. Tests and generated code are not. */
const inputs = [
  'app',
  'components',
  'lib',
  'public',
  'messages',
  'prisma/schema.prisma',
  'package-lock.json',
  'service-worker',
  'scripts/steps/worker.mjs',
  'scripts/server/security-headers.mjs',
  'next.config.js',
  'postcss.config.js',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
]

const BUILT = '.next/hotsheet'

/** Makes the next build a new one, as it is where the site was never built. */
export function forgetBuild() {
  return rm(BUILT, { force: true })
}

/** Builds the site, unless nothing that it is made of has changed. @param {{ DATABASE_URL?: string }} [env] */
export function build(env) {
  return step(
    'Site',
    async (onLine) => {
      const except = /\.test\.tsx?$|^lib\/db\/generated(-postgresql)?\/|^public\/sw\.js$/
      const { HOTSHEET_SERVICE_WORKER } = process.env
      const print = await fingerprint(inputs, { except, with: HOTSHEET_SERVICE_WORKER })
      return unlessDone(BUILT, print, async () => {
        await run([...nodeProgram('next/dist/bin/next'), 'build'], { env, onLine })
        await buildWorker()
      })
    },
    (done) => (done ? 'built' : 'up to date'),
  )
}
