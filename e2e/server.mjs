import path from 'node:path'
import { stopWithChildren } from '../scripts/steps/command.mjs'
import { tellProblem } from '../scripts/steps/console.mjs'
import { build, importDocuments, migrate } from '../scripts/steps/prepare.mjs'
import { serve } from '../scripts/steps/serve.mjs'
import { writeFillers } from '../test/support/filler-documents.mjs'

// Serves the production build on a database of its own, for the browser tests:
// node e2e/server.mjs FOLDER PORT, with the database's address in E2E_DATABASE_URL.

const [folder = '', port = ''] = process.argv.slice(2)
const env = {
  DATABASE_URL: process.env.E2E_DATABASE_URL ?? `file:${path.join(folder, 'e2e.db')}`,
}

try {
  process.chdir(path.join(import.meta.dirname, '..'))
  stopWithChildren(() => 0)
  const fillers = path.join(folder, 'fillers')
  await writeFillers(fillers)
  await migrate(env)
  await importDocuments(['seeds', 'e2e/documents', fillers], env)
  await build(env)
  const server = await serve({ port: Number(port), host: undefined }, env)
  server.once('close', (code) => process.exit(code ?? 0))
} catch (error) {
  tellProblem(error)
  process.exit(1)
}
