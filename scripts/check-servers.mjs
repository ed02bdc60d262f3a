import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeFillers } from '../test/support/filler-documents.mjs'
import { quantile as exactQuantile } from '../test/support/statistics.mjs'
import { startRequests } from './check-servers/made-up-requests.mjs'
import { timeToReaders } from './check-servers/time-to-readers.mjs'
import { checkFolder, checkNode } from './steps/check.mjs'
import { stopWithChildren } from './steps/command.mjs'
import { step, tellProblem } from './steps/console.mjs'
import { freePort } from './steps/free-port.mjs'
import { startPostgres, startReplica } from './steps/postgres.mjs'
import { build, generate, importDocuments, install, migrate } from './steps/prepare.mjs'
import { localUrl, serve } from './steps/serve.mjs'

// `npm run test:servers`: two servers of the site, one primary database and one streaming replica, all
// on this machine. Exit code 1 when a promise is broken.

/** Until when a story must be seen at every server, in milliseconds. */
const SEEN_WITHIN = 2_000
const IMPORTS = 5
const READERS = 8
/** How long requests go on before and after the replica is killed, in milliseconds. */
const PHASE = 4_000

/** @param {number} milliseconds */
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Whole milliseconds. @param {number[]} values @param {number} share */
const quantile = (values, share) => Math.round(exactQuantile(values, share))

/** @param {string} url @returns a function that runs SQL and gives the first value */
async function connect(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  // It ends without a farewell when its server is killed.
  client.on('error', () => {})
  await client.connect()
  return async (/** @type {string} */ sql) => Object.values((await client.query(sql)).rows[0])[0]
}

/** Makes the databases and serves the site twice. @param {string} folder */
async function serveTwice(folder) {
  const primary = await step('Primary', () => startPostgres())
  const DATABASE_URL = await primary.createDatabase('site')
  await writeFillers(path.join(folder, 'fillers'))
  await migrate({ DATABASE_URL })
  await importDocuments(['seeds', path.join(folder, 'fillers')], { DATABASE_URL })
  await build({ DATABASE_URL })
  const replica = await step('Streaming replica', () => startReplica(primary))
  const env = { DATABASE_URL, DATABASE_REPLICA_URLS: replica.urlOf('site') }
  const origins = []
  for (let count = 0; count < 2; count += 1) {
    const address = { port: await freePort(), host: undefined }
    await serve(address, env)
    origins.push(localUrl(address))
  }
  return { env, replica, origins }
}

/** @param {string} folder @param {Awaited<ReturnType<typeof serveTwice>>} servers */
async function measureImports(folder, { env, origins }) {
  const sql = await connect(env.DATABASE_URL)
  const times = []
  for (let count = 1; count <= IMPORTS; count += 1) {
    const title = `Fresh story number ${count}`
    const isStored = `SELECT COUNT(*)::int FROM "Article" WHERE "title" = '${title}'`
    const untilStored = async () => {
      while ((await sql(isStored)) === 0) await sleep(5)
    }
    times.push(...(await timeToReaders(origins, folder, title, env, untilStored)))
  }
  return times
}

/** @param {Awaited<ReturnType<typeof serveTwice>>} servers */
async function measureKill({ replica, origins }) {
  const sql = await connect(replica.urlOf('site'))
  const countReads = `SELECT xact_commit::int FROM pg_stat_database WHERE datname = 'site'`
  const before = await sql(countReads)
  const requests = await startRequests(origins, READERS)
  await sleep(PHASE)
  const reads = (await sql(countReads)) - before
  const killed = performance.now()
  await replica.stop()
  await sleep(PHASE)
  const answers = await requests.end()
  return { reads, killed, answers }
}

async function main() {
  process.chdir(path.join(import.meta.dirname, '..'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  stopWithChildren(() => 130)
  await checkNode()
  await checkFolder()
  await install()
  await generate()
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-servers-'))
  try {
    const servers = await serveTwice(folder)
    const seen = await step('Imports', () => measureImports(folder, servers))
    const { reads, killed, answers } = await step('Killing the replica', () => measureKill(servers))
    const lost = answers.filter(({ problem }) => problem)
    for (const problem of new Set(lost.map((each) => each.problem))) console.error(problem)
    const times = (/** @type {boolean} */ after) =>
      answers.filter(({ at }) => at >= killed === after).map(({ milliseconds }) => milliseconds)
    const rows = [
      ['import seen at both servers, worst', `${quantile(seen, 1)} ms`, `≤ ${SEEN_WITHIN} ms`],
      ['import seen at both servers, median', `${quantile(seen, 0.5)} ms`, ''],
      ['requests lost when the replica was killed', `${lost.length} of ${answers.length}`, '0'],
      ['reads that the replica took before', `${reads}`, '> 0'],
      [
        'latency before, p50 / p99',
        `${quantile(times(false), 0.5)} / ${quantile(times(false), 0.99)} ms`,
        '',
      ],
      [
        'latency after, p50 / p99',
        `${quantile(times(true), 0.5)} / ${quantile(times(true), 0.99)} ms`,
        '',
      ],
    ]
    console.table(rows.map(([what, measured, promised]) => ({ what, measured, promised })))
    return lost.length === 0 && reads > 0 && quantile(seen, 1) <= SEEN_WITHIN
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

main().then(
  (kept) => process.exit(kept ? 0 : 1),
  (error) => {
    tellProblem(error)
    process.exit(1)
  },
)
