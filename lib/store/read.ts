import { openDatabase, type Database } from '@/lib/db/client'
import { databaseUrl, replicaUrls } from '@/lib/db/url'
import { ReadPool } from './read-pool'

/** How long a server may take to answer while there is another to ask, in milliseconds. */
const PATIENCE = 2_000

const shared = globalThis as typeof globalThis & { hotsheetReadPool?: ReadPool }

function openPool(): ReadPool {
  const replicas = replicaUrls()
  if (replicas.length === 0) return new ReadPool(openDatabase(), [])
  const [primary, ...others] = [databaseUrl(), ...replicas].map((url) =>
    openDatabase(url, PATIENCE),
  )
  return new ReadPool(primary as Database, others)
}

/** The one pool of this process; it outlives reloads of the code in development. */
function pool(): ReadPool {
  return (shared.hotsheetReadPool ??= openPool())
}

/**
 * Reads from the database, or from a replica of it where there are any.
 *
 * @param work reads and nothing else: it may be done again elsewhere when a server fails
 */
export function readFrom<T>(work: (database: Database) => Promise<T>): Promise<T> {
  return pool().read(work)
}

/** The version of the newest content; asked for each second, it keeps track of the replicas. */
export function readNewestVersion(): Promise<number> {
  return pool().newestVersion()
}
