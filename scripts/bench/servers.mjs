import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeFillers } from '../../e2e/documents.mjs'
import { nodeProgram, run, start } from '../steps/command.mjs'
import { freePort } from '../steps/free-port.mjs'
import { build } from '../steps/prepare.mjs'

const next = nodeProgram('next/dist/bin/next')

/**
 * Starts a server and waits until it answers.
 *
 * @param {string[]} command
 * @param {string} url
 * @param {Record<string, string>} [env]
 */
export async function serveAt(command, url, env) {
  const child = start(command, { env })
  for (const stream of [child.stdout, child.stderr]) stream?.resume()
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return { url, stop: () => child.kill(), memory: () => memoryOf(child.pid) }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill()
  throw new Error(`${url} did not answer`)
}

/** @param {number | undefined} pid @returns {Promise<string>} the memory it has now, such as `180 MiB` */
async function memoryOf(pid) {
  const { lines } = await run(['ps', '-o', 'rss=', '-p', `${pid}`])
  return `${Math.round(Number(lines[0]) / 1024)} MiB`
}

/** Serves the built site. @param {{ DATABASE_URL: string }} env */
export async function serveSite(env) {
  await build(env)
  const port = await freePort()
  const command = [process.execPath, 'scripts/server.mjs']
  return serveAt(command, `http://localhost:${port}`, { ...env, PORT: `${port}` })
}

/** Builds the site on a database of its own with about a thousand documents. */
export async function prepareSite() {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-bench-'))
  const env = { DATABASE_URL: `file:${path.join(folder, 'bench.db')}` }
  await writeFillers(path.join(folder, 'fillers'))
  const tsx = nodeProgram('tsx/dist/cli.mjs')
  await run([...tsx, 'scripts/migrate.ts'], { env })
  await run([...tsx, 'scripts/import.ts', 'seeds', path.join(folder, 'fillers')], { env })
  await build(env)
  return { env, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Builds and serves the site with about a thousand documents. */
export async function serveHotsheet() {
  const { env, remove } = await prepareSite()
  const server = await serveSite(env)
  const stop = async () => {
    server.stop()
    await remove()
  }
  return { ...server, stop }
}

/**
 * Builds and serves a Next site of its own, beside which Hotsheet is measured.
 *
 * @param {string} name of its folder below .bench/
 * @param {Record<string, string>} pages files of its `app/`, without the layout
 * @param {string} first address of one of its pages
 */
export async function serveNextApp(name, pages, first) {
  const folder = `.bench/${name}`
  const files = {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js':
      'import path from "node:path"\nexport default { turbopack: { root: path.resolve(import.meta.dirname, "../..") } }',
    'app/layout.js':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
    ...pages,
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(`${folder}/${file}`), { recursive: true })
    await writeFile(`${folder}/${file}`, text)
  }
  await run([...next, 'build', folder])
  const port = await freePort()
  const command = [...next, 'start', folder, '-p', `${port}`]
  const server = await serveAt(command, `http://localhost:${port}${first}`)
  const stop = async () => {
    server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `http://localhost:${port}`, stop }
}

/** Builds and serves a Next page that holds one heading and nothing else. */
export function serveEmptyPage() {
  const page = 'export default function Page() { return <main><h2>Empty</h2></main> }'
  return serveNextApp('empty', { 'app/page.js': page }, '/')
}

/** Builds and serves a Next site whose pages `/made/<any>` hold one word, each made for its first reader and kept. */
export function serveMadeAnew() {
  const files = {
    'next.config.js': `
      import path from 'node:path'
      export default {
        cacheComponents: true,
        experimental: { isrFlushToDisk: false },
        turbopack: { root: path.resolve(import.meta.dirname, '../..') },
      }`,
    'app/made/[any]/page.js': `
      export const ensureStatic = 'navigation'
      export const generateStaticParams = () => [{ any: 'one' }]
      export default async function Page({ params }) { return <main>{(await params).any}</main> }`,
  }
  return serveNextApp('made-anew', files, '/made/one')
}
