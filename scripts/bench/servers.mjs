import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeFillers } from '../../e2e/documents.mjs'
import { nodeProgram, run, start } from '../steps/command.mjs'
import { build } from '../steps/prepare.mjs'

const next = nodeProgram('next/dist/bin/next')
const EMPTY = '.bench/empty'

/** @returns {Promise<number>} a port that nobody uses */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** @param {string[]} command @param {string} url @param {Record<string, string>} [env] */
async function serveAt(command, url, env) {
  const child = start(command, { env })
  for (const stream of [child.stdout, child.stderr]) stream?.resume()
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return { url, stop: () => child.kill() }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill()
  throw new Error(`${url} did not answer`)
}

/** Builds and serves the site with about a thousand documents. */
export async function serveHotsheet() {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-bench-'))
  const env = { DATABASE_URL: `file:${path.join(folder, 'bench.db')}` }
  await writeFillers(path.join(folder, 'fillers'))
  const tsx = nodeProgram('tsx/dist/cli.mjs')
  await run([...tsx, 'scripts/migrate.ts'], { env })
  await run([...tsx, 'scripts/import.ts', 'seeds', path.join(folder, 'fillers')], { env })
  await build(env)
  const port = await freePort()
  const server = await serveAt([...next, 'start', '-p', `${port}`], `http://localhost:${port}`, env)
  const stop = async () => {
    server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

/** Builds and serves a Next page that holds one heading and nothing else. */
export async function serveEmptyPage() {
  await mkdir(`${EMPTY}/app`, { recursive: true })
  const files = {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js':
      'import path from "node:path"\nexport default { turbopack: { root: path.resolve(import.meta.dirname, "../..") } }',
    'app/layout.js':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
    'app/page.js': 'export default function Page() { return <main><h2>Empty</h2></main> }',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(`${EMPTY}/${name}`, text)
  await run([...next, 'build', EMPTY])
  const port = await freePort()
  const command = [...next, 'start', EMPTY, '-p', `${port}`]
  const server = await serveAt(command, `http://localhost:${port}`)
  const stop = async () => {
    server.stop()
    await rm('.bench', { recursive: true, force: true })
  }
  return { url: server.url, stop }
}
