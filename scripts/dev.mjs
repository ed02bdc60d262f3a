import path from 'node:path'
import { checkDatabaseUrl, checkNode } from './steps/check.mjs'
import { nodeProgram, start, stopWithChildren } from './steps/command.mjs'
import { tellProblem } from './steps/console.mjs'
import { generate, importDocuments, install, migrate } from './steps/prepare.mjs'

// `npm run dev`: what `npm start` does, but served by Next's development server.

async function main() {
  process.chdir(path.join(import.meta.dirname, '..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 0)
  await checkNode()
  checkDatabaseUrl()
  await install()
  await generate()
  await migrate()
  await importDocuments(['seeds'])
  const command = [...nodeProgram('next/dist/bin/next'), 'dev', ...process.argv.slice(2)]
  const server = start(command, { stdio: 'inherit' })
  server.once('close', (code) => process.exit(code ?? 0))
}

main().catch((error) => {
  tellProblem(error)
  process.exit(1)
})
