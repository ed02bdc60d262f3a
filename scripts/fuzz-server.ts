import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readForbidden } from './fuzz-server/forbidden'
import { fuzz } from './fuzz-server/fuzz'
import { readKnown } from './fuzz-server/known'
import { toCommand } from './fuzz-server/smaller'
import { stopWithChildren } from './steps/command.mjs'
import { step, tellProblem } from './steps/console.mjs'
import { freePort } from './steps/free-port.mjs'
import { build, importDocuments, migrate } from './steps/prepare.mjs'
import { serve } from './steps/serve.mjs'

// `npm run fuzz:server [-- --requests N --seed N --port N]`: sends made-up requests to a server of its own,
// or to the one at a port of this machine, and prints those that were answered as they should not be.

/** Time for a complete answer (ms). */
const PATIENCE_MS = 5_000
const FOLDERS = ['seeds', 'e2e/documents']

async function serveOwn(folder: string): Promise<number> {
  const env = { DATABASE_URL: `file:${path.join(folder, 'fuzz.db')}` }
  await migrate(env)
  await importDocuments(FOLDERS, env)
  await build(env)
  const port = await freePort()
  await serve({ port, host: '127.0.0.1' }, env)
  return port
}

async function main(): Promise<number> {
  process.chdir(path.join(import.meta.dirname, '..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      port: { type: 'string' },
    },
  })
  const [requests, seed] = [Number(values.requests), Number(values.seed)]
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-fuzz-'))
  try {
    const port = values.port === undefined ? await serveOwn(folder) : Number(values.port)
    const [known, forbidden] = [await readKnown(port), await readForbidden(FOLDERS)]
    console.log(`Seed ${seed}, ${requests} requests, port ${port}.`)
    const failures = await step('Requests', (onLine: (line: string) => void) =>
      fuzz({
        ...{ port, known, forbidden, requests, seed, patienceMs: PATIENCE_MS },
        onProgress: (done, statuses) =>
          onLine(`${done}: ${JSON.stringify(Object.fromEntries(statuses))}`),
      }),
    )
    for (const { problem, count, examples } of failures) {
      console.log(`${count} times: ${problem}`)
      for (const sent of examples) console.log(`  ${toCommand(sent, port)}`)
    }
    console.log(`${failures.length} kinds of failures with seed ${seed}.`)
    return failures.length === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    tellProblem(error)
    process.exit(1)
  },
)
