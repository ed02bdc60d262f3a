import type { Database, Transaction } from '@/lib/db/client'
import { lockStore } from './meta'

/** How long a transaction may wait for another's, and then take, in milliseconds. */
const MAX_WAIT = 15_000
const TIMEOUT = 120_000

/** Runs `work` whole or not at all, while nobody else writes. */
export async function writeTransaction<Result>(
  database: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.$transaction(
    async (tx) => {
      await lockStore(tx)
      return work(tx)
    },
    { maxWait: MAX_WAIT, timeout: TIMEOUT },
  )
}
