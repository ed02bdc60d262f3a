import { compile, forgetBuild } from './steps/prepare.mjs'
import { testOnPostgres } from './steps/postgres-tests.mjs'
import { check, testCommand } from './steps/tests.mjs'

// `npm run test:postgres`: all that has to do with the database, on PostgreSQL, and every browser test
// against a site that was built and is served on it.

await testCommand(async (folder) => {
  await check('Database driver', compile)
  await forgetBuild()
  await testOnPostgres(folder)
})
