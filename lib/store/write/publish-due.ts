import type { Database, Transaction } from '@/lib/db/client'
import { indexArticles } from '@/lib/store/search/index-articles'
import { deriveArticles } from './derive-articles'
import { bumpContentVersion } from './meta'
import { listLeadIds, listPieces } from './related'
import { tidyTopics } from './topics'
import { writeTransaction } from './transaction'

/** Articles published by one transaction. */
const BATCH = 50

/** Whether the publication date of a held article has come. One lookup in an index. */
export async function hasDue(database: Database, now: Date): Promise<boolean> {
  const due = await database.article.findFirst({
    where: { heldUntil: { lte: now } },
    select: { id: true },
  })
  return due !== null
}

/**
 * Lists the articles that were held until a publication date which has come,
 * and raises the content version if there are any. Several servers may call it
 * at once: each article is published by one of them.
 *
 * @returns how many articles were published
 */
export async function publishDue(database: Database, now: Date): Promise<number> {
  if (!(await hasDue(database, now))) return 0
  let total = 0
  let count = BATCH
  while (count === BATCH) {
    count = await writeTransaction(database, (tx) => publishBatch(tx, now))
    total += count
  }
  return total
}

async function publishBatch(tx: Transaction, now: Date): Promise<number> {
  const due = await tx.article.findMany({
    where: { heldUntil: { lte: now } },
    orderBy: [{ heldUntil: 'asc' }, { id: 'asc' }],
    take: BATCH,
    select: { id: true },
  })
  if (due.length === 0) return 0
  const ids = due.map(({ id }) => id)
  const pieces = await listPieces(tx, ids)
  const leads = await listLeadIds(tx, ids)
  const affected = [...new Set([...ids, ...[...pieces.values()].flat(), ...leads])]
  const { topicIds } = await deriveArticles(tx, affected, now)
  await tidyTopics(tx, [...new Set(topicIds)])
  await indexArticles(tx, affected)
  await bumpContentVersion(tx)
  return ids.length
}
