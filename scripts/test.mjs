import path from 'node:path'
import { findPostgres } from './steps/find-postgres.mjs'
import { testOnPostgres } from './steps/postgres-tests.mjs'
import { build, compile, importDocuments, migrate } from './steps/prepare.mjs'
import { browserTests, check, program, testCommand, unitTests } from './steps/tests.mjs'

// `npm test`: every check there is.

await testCommand(async (folder) => {
  await check('Route types', program('next/dist/bin/next', 'typegen'))
  await check(
    'Database driver, format, types, lint',
    compile,
    program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    program('typescript/bin/tsc', '--noEmit', '-p', '.'),
    program('eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  )
  await unitTests('Unit and storage tests', { folder })
  const database = { DATABASE_URL: `file:${path.join(folder, 'build.db')}` }
  await migrate(database)
  await importDocuments(['seeds'], database)
  await build(database)
  await browserTests('Browser tests', { folder })
  // What cannot depend on the database is left to `npm run test:postgres`, so that all of this takes ten minutes.
  const less = { E2E_CONTENT_ONLY: '1', FAST_CHECK_RUNS: '25' }
  if (await findPostgres()) await testOnPostgres(folder, less)
  else console.log('PostgreSQL: not tested, no server found (apt-get install postgresql)')
})
