import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { findPostgres } from './find-postgres.mjs'
import { startPostgres } from './postgres.mjs'

const hasServer = (await findPostgres()) !== null

/** Runs SQL and gives the rows. */
async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe.skipIf(!hasServer)('a PostgreSQL server for tests', () => {
  test('leaves nothing behind when it is stopped', async () => {
    const server = await startPostgres()
    const url = await server.createDatabase('site')
    const [row] = await query(url, 'SHOW data_directory')
    const { data_directory: folder } = row as { data_directory: string }
    await access(folder)
    await server.stop()
    await expect(access(folder)).rejects.toThrow('ENOENT')
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('keeps what it holds in a folder that it was given', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-kept-'))
    try {
      const first = await startPostgres({ folder })
      await query(await first.createDatabase('site'), 'CREATE TABLE "Kept" ("id" integer)')
      await first.stop()
      const second = await startPostgres({ folder, settings: { work_mem: '8MB' } })
      expect(await query(second.urlOf('site'), 'SELECT * FROM "Kept"')).toEqual([])
      expect(await query(second.url, 'SHOW work_mem')).toEqual([{ work_mem: '8MB' }])
      await second.stop()
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
