import { step } from './console.mjs'
import { startPostgres } from './postgres.mjs'
import { browserTests, unitTests } from './tests.mjs'

/** Tests of what reads and writes the database; replicas have servers of their own. */
const storage = [
  'lib/store',
  'lib/ingest',
  'prisma',
  'scripts/import',
  '--exclude=**/read-pool.test.ts',
]

/**
 * Runs the tests that have to do with the database on a PostgreSQL server that is started for them.
 *
 * @param {string} folder for reports
 * @param {{ E2E_CONTENT_ONLY?: string, FAST_CHECK_RUNS?: string }} [env] what of the browser tests to
 *   leave out, and how many inputs each property is tried with
 */
export async function testOnPostgres(folder, env = {}) {
  const cluster = await step('PostgreSQL', () => startPostgres())
  try {
    await unitTests('Storage and search tests on PostgreSQL', {
      folder,
      args: storage,
      env: { ...env, TEST_DATABASE_URL: cluster.url },
    })
    const site = await cluster.createDatabase('site')
    await browserTests('Browser tests on PostgreSQL', {
      folder,
      env: { ...env, E2E_DATABASE_URL: site },
    })
  } finally {
    await cluster.stop()
  }
}
