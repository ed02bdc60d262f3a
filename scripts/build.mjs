import path from 'node:path'
import { checkDatabaseUrl, checkNode } from './steps/check.mjs'
import { stopWithChildren } from './steps/command.mjs'
import { tellProblem } from './steps/console.mjs'
import { build, generate, importDocuments, install, migrate } from './steps/prepare.mjs'

// `npm run build`: everything up to serving, for `node scripts/server.mjs` under a process manager.

async function main() {
  process.chdir(path.join(import.meta.dirname, '..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  await checkNode()
  checkDatabaseUrl()
  await install()
  await generate()
  await migrate()
  await importDocuments(['seeds'])
  await build()
}

main().catch((error) => {
  tellProblem(error)
  process.exit(1)
})
