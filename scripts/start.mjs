import path from 'node:path'
import {
  checkAddress,
  checkDatabaseUrl,
  checkFolder,
  checkNode,
  readAddress,
} from './steps/check.mjs'
import { stopWithChildren } from './steps/command.mjs'
import { elapsed, tellProblem } from './steps/console.mjs'
import { build, generate, importDocuments, install, migrate } from './steps/prepare.mjs'
import { serve, tellAddress } from './steps/serve.mjs'

// `npm start`: from a fresh clone to a served site. Each step is skipped when
// there is nothing to do, so that a second start takes seconds.

const started = performance.now()
let serving = false

async function main() {
  process.chdir(path.join(import.meta.dirname, '..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => (serving ? 0 : 130))
  await checkNode()
  await checkFolder()
  checkDatabaseUrl()
  const address = readAddress()
  await checkAddress(address)

  await install()
  await generate()
  await migrate()
  await importDocuments(['seeds'])
  await build()
  const server = await serve(address)
  serving = true
  tellAddress(address, elapsed(started))
  server.once('close', (code) => process.exit(code ?? 0))
}

main().catch((error) => {
  tellProblem(error)
  process.exit(1)
})
