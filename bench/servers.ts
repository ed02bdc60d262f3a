import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { nodeProgram, run, script, start } from '@/scripts/steps/command.mjs'
import { freePort } from '@/scripts/steps/free-port.mjs'
import { build } from '@/scripts/steps/prepare.mjs'
import { writeFillers } from '@/test/support/filler-documents.mjs'

/** Time a server has for its first answer. */
const START_TIMEOUT_MS = 20_000

/** A running server. */
export interface Server {
  /** Its origin, such as `http://localhost:4000`. */
  url: string
  pid: number | undefined
  stop: () => Promise<void>
}

/** Environment variables that say which database the site uses. */
export interface SiteEnv {
  DATABASE_URL: string
}

/**
 * Starts a server on a free port, which it gets as PORT, and waits until it answers.
 *
 * @param first path of a page
 */
async function serve(command: string[], first: string, env: Partial<SiteEnv>): Promise<Server> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = start(command, { env: { ...env, PORT: `${port}` } })
  for (const stream of [child.stdout, child.stderr]) stream?.resume()
  const deadline = performance.now() + START_TIMEOUT_MS
  while (performance.now() < deadline) {
    const answer = await fetch(url + first).catch(() => null)
    if (answer?.ok) return { url, pid: child.pid, stop: async () => void child.kill() }
    await sleep(50)
  }
  child.kill()
  throw new Error(`${url}${first} did not answer.`)
}

/** Returns a server that also deletes a folder when it stops. */
function withFolder(server: Server, folder: string): Server {
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...server, stop }
}

/** Builds and serves the site. */
export async function serveSite(env: SiteEnv): Promise<Server> {
  await build(env)
  return serve([process.execPath, 'scripts/server.mjs'], '/', env)
}

/** A built site on a database of its own. */
interface PreparedSite {
  env: SiteEnv
  folder: string
  remove: () => Promise<void>
}

/** Builds the site on a database of its own with about a thousand documents. */
export async function prepareSite(): Promise<PreparedSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-bench-'))
  const env = { DATABASE_URL: `file:${path.join(folder, 'bench.db')}` }
  const fillers = path.join(folder, 'fillers')
  await writeFillers(fillers)
  await run(script('scripts/migrate.ts'), { env })
  await run(script('scripts/import.ts', 'seeds', fillers), { env })
  await build(env)
  return { env, folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Builds and serves the site on a database of its own with about a thousand documents. */
export async function serveHotsheet(): Promise<Server> {
  const { env, folder } = await prepareSite()
  return withFolder(await serveSite(env), folder)
}

/**
 * Builds and serves a Next site to compare Hotsheet with.
 *
 * @param name of its folder below .bench/
 * @param pages source of `app/<path>/page.js` by path, such as `/`
 */
export async function serveNextApp(name: string, pages: Record<string, string>): Promise<Server> {
  const folder = `.bench/${name}`
  const files: Record<string, string> = {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js':
      'import path from "node:path"\nexport default { turbopack: { root: path.resolve(import.meta.dirname, "../..") } }',
    'app/layout.js':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  }
  for (const [page, source] of Object.entries(pages)) files[`app${page}/page.js`] = source
  for (const [file, source] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), source)
  }
  const next = nodeProgram('next/dist/bin/next')
  await run([...next, 'build', folder])
  const server = await serve([...next, 'start', folder], Object.keys(pages)[0] ?? '/', {})
  return withFolder(server, folder)
}
