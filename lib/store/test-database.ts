import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { openDatabase, type Database } from '@/lib/db/client'
import { databaseProvider } from '@/lib/db/url'
import { databaseOn, queryServer, testServer } from './test-server'

/** The kind of database that the tests run on. */
export const provider = testServer ? databaseProvider(testServer) : 'sqlite'

/** An empty, migrated database with a folder of its own beside it. */
export interface TestDatabase {
  database: Database
  url: string
  folder: string
  close: () => Promise<void>
}

/** Opens a new one, a copy of one that was migrated before all tests. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, folder, close } = await createEmptyDatabase(inject('template'))
  const database = openDatabase(url)
  return {
    database,
    url,
    folder,
    close: async () => {
      await database.$close()
      await close()
    },
  }
}

/**
 * A database that nobody has migrated.
 *
 * @param from what it is a copy of: a file, or a database on the server
 */
export async function createEmptyDatabase(
  from?: string,
): Promise<Pick<TestDatabase, 'url' | 'folder' | 'close'>> {
  const server = testServer
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-store-'))
  const removeFolder = () => rm(folder, { recursive: true, force: true })
  if (!server) {
    const file = path.join(folder, 'test.db')
    if (from) await cp(from, file)
    return { url: `file:${file}`, folder, close: removeFolder }
  }
  const name = `hotsheet_test_${randomUUID()}`
  await queryServer(server, `CREATE DATABASE "${name}" TEMPLATE "${from ?? 'template0'}"`)
  const close = async () => {
    await queryServer(server, `DROP DATABASE "${name}" WITH (FORCE)`)
    await removeFolder()
  }
  return { url: databaseOn(server, name), folder, close }
}
