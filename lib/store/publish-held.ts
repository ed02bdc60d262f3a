import { openDatabase } from '@/lib/db/client'
import { databaseProvider, databaseUrl } from '@/lib/db/url'
import { readFrom } from './read'
import { hasDue, publishDue } from './write/publish-due'

/**
 * Limits for the write (ms), by database. SQLite blocks the process while it
 * waits for another writer, so a server gives up soon; it tries again a second later.
 */
const PATIENCE_MS = { sqlite: 50, postgresql: 10_000 } as const

/**
 * Publishes articles whose publication date has come. Looks for them where
 * pages are read; writes to the primary database, and only if there are any.
 *
 * @throws when the database cannot be read, or cannot be written now
 */
export async function publishHeld(now: Date): Promise<void> {
  if (!(await readFrom((database) => hasDue(database, now)))) return
  const url = databaseUrl()
  const database = openDatabase(url, PATIENCE_MS[databaseProvider(url)])
  try {
    await publishDue(database, now)
  } finally {
    await database.$close()
  }
}
