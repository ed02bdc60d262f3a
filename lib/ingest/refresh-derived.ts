import type { Database } from '@/lib/db/client'
import { RANK_PROFILE } from '@/lib/rank-profile'
import { listDocumentNames } from '@/lib/store/write/documents'
import { bumpContentVersion, findMeta, upsertMeta } from '@/lib/store/write/meta'
import { recount } from '@/lib/store/write/recount'
import { listTopicIds, tidyTopics } from '@/lib/store/write/topics'
import { writeTransaction } from '@/lib/store/write/transaction'
import { readStored } from './gather-subjects'
import type { ImportOptions } from './import-options'
import { reconcile } from './reconcile'

/** Raise it whenever the same document would be stored or derived differently from before. */
const RULES = '6'
/** Documents at a time. */
const BATCH = 100

/**
 * Derives everything anew from the stored documents when this version of
 * Hotsheet does so by other rules, or ranks by other weights, than the one
 * that wrote them. Interrupted, it begins again the next time.
 */
export async function refreshDerived(
  database: Database,
  { now, signal }: Pick<ImportOptions, 'now' | 'signal'>,
): Promise<void> {
  const wanted = { rules: RULES, rankProfile: RANK_PROFILE.version }
  const stored = {
    rules: await findMeta(database, 'rules'),
    rankProfile: await findMeta(database, 'rankProfile'),
  }
  if (stored.rules === wanted.rules && stored.rankProfile === wanted.rankProfile) return
  let names = await listDocumentNames(database, '', BATCH)
  while (names.length > 0) {
    if (signal?.aborted) return
    await writeTransaction(database, async (tx) =>
      reconcile(tx, { put: await readStored(tx, names), removed: [] }, now),
    )
    names = await listDocumentNames(database, names.at(-1) ?? '', BATCH)
  }
  await writeTransaction(database, async (tx) => {
    await recount(tx)
    await tidyTopics(tx, await listTopicIds(tx))
    await bumpContentVersion(tx)
    await upsertMeta(tx, 'rules', wanted.rules)
    await upsertMeta(tx, 'rankProfile', wanted.rankProfile)
  })
}
