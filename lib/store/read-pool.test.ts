import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase, type Database } from '@/lib/db/client'
import { migrate } from '@/prisma/migrate'
import { findPostgres } from '@/scripts/steps/find-postgres.mjs'
import { startPostgres, startReplica } from '@/scripts/steps/postgres.mjs'
import { CONTENT_VERSION_KEY } from './content-version'
import { UnknownTopicError } from './errors'
import { ReadPool } from './read-pool'
import { openLine, type Line } from './test-line'

type Cluster = Awaited<ReturnType<typeof startPostgres>>

/** How long a server may take to answer here, in milliseconds. */
const PATIENCE = 400

let primary: Cluster
let replica: Cluster
let toPrimary: Line
let toReplica: Line
let writer: Database
let standby: Database
let pool: ReadPool
let version = 0

const hasServer = (await findPostgres()) !== null

/** Changes what readers see. */
async function publish(): Promise<void> {
  version += 1
  const row = { key: CONTENT_VERSION_KEY, value: String(version) }
  await writer.meta.upsert({ where: { key: row.key }, create: row, update: row })
}

/** Which server answered, and with which content. */
async function ask(database: Database): Promise<{ by: string; version: number }> {
  const [row] = await database.$queryRaw<{ standby: boolean; value: string }[]>`
    SELECT pg_is_in_recovery() AS "standby", "value" FROM "Meta"
    WHERE "key" = ${CONTENT_VERSION_KEY}`
  return { by: row?.standby ? 'replica' : 'primary', version: Number(row?.value) }
}

/** Waits until the replica has the newest content and the pool knows. */
async function untilInStep(): Promise<void> {
  await vi.waitFor(
    async () => {
      await pool.newestVersion()
      await sleep(20)
      expect(await pool.read(ask)).toEqual({ by: 'replica', version })
    },
    { timeout: 10_000 },
  )
}

/** Reads by eight readers until told to stop; gives all answers. */
function keepReading() {
  let reading = true
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  const reader = async () => {
    while (reading) answers.push(await pool.read(ask))
  }
  const readers = Promise.all(Array.from({ length: 8 }, reader))
  return async () => {
    reading = false
    await readers
    return answers
  }
}

describe.skipIf(!hasServer)('a primary and its replica', () => {
  beforeAll(async () => {
    primary = await startPostgres()
    await migrate(await primary.createDatabase('site'))
    replica = await startReplica(primary)
    toPrimary = await openLine(primary)
    toReplica = await openLine(replica)
    writer = openDatabase(primary.urlOf('site'))
    standby = openDatabase(replica.urlOf('site'))
    await publish()
  })

  beforeEach(async () => {
    await toPrimary.mend()
    await toReplica.mend()
    const open = (line: Line) => openDatabase(line.urlOf('site'), PATIENCE)
    pool = new ReadPool(open(toPrimary), [open(toReplica)])
  })

  afterAll(async () => {
    await Promise.all([writer.$close(), standby.$close()])
    await Promise.all([primary.stop(), replica.stop()])
  })

  test('a replica is read once it is known to be up to date', async () => {
    expect(await pool.read(ask)).toEqual({ by: 'primary', version })
    await untilInStep()
  })

  test('a replica that lags is not read until it has caught up', async () => {
    await untilInStep()
    await standby.$queryRaw`SELECT pg_wal_replay_pause()::text`
    await publish()
    expect(await pool.newestVersion()).toBe(version)
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await pool.read(ask)).toEqual({ by: 'primary', version })
    }
    await standby.$queryRaw`SELECT pg_wal_replay_resume()::text`
    await untilInStep()
  })

  test.each(['cut', 'silence'] as const)(
    'a replica that fails under traffic (%s) loses no read, and is read again when it is back',
    async (failure) => {
      await untilInStep()
      const stop = keepReading()
      await sleep(200)
      toReplica[failure]()
      await sleep(PATIENCE * 2)
      const answers = await stop()
      expect(answers.every((answer) => answer.version === version)).toBe(true)
      expect(answers.at(0)?.by).toBe('replica')
      expect(answers.at(-1)?.by).toBe('primary')

      await toReplica.mend()
      await untilInStep()
    },
  )

  test.each(['cut', 'silence'] as const)(
    'while the primary is away (%s), reads and the look for news go on at the replica',
    async (failure) => {
      await untilInStep()
      const stop = keepReading()
      toPrimary[failure]()
      expect(await pool.newestVersion()).toBe(version)
      const answers = await stop()
      expect(answers.length).toBeGreaterThan(8)
      expect(await pool.read(ask)).toEqual({ by: 'replica', version })
    },
  )

  test('with the primary gone for good, even a replica that lags is better than nothing', async () => {
    await untilInStep()
    await standby.$queryRaw`SELECT pg_wal_replay_pause()::text`
    const old = version
    await publish()
    await pool.newestVersion()
    toPrimary.cut()
    expect(await pool.read(ask)).toEqual({ by: 'replica', version: old })
    expect(await pool.newestVersion()).toBe(old)
    await standby.$queryRaw`SELECT pg_wal_replay_resume()::text`
  })

  test('when no server answers, the reason is told', async () => {
    toPrimary.cut()
    toReplica.cut()
    await expect(pool.read(ask)).rejects.toThrow("Can't reach database server")
    await expect(pool.newestVersion()).rejects.toThrow("Can't reach database server")
  })

  test('what is refused is refused once, and speaks not against the server', async () => {
    await untilInStep()
    const refuse = vi.fn(() => Promise.reject(new UnknownTopicError('nothing')))
    await expect(pool.read(refuse)).rejects.toThrow(UnknownTopicError)
    expect(refuse).toHaveBeenCalledTimes(1)
    expect(await pool.read(ask)).toMatchObject({ by: 'replica' })
  })
})
