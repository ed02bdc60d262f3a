import type { Transaction } from '@/lib/db/client'
import type { Subjects } from './subjects'

/**
 * Removes those of the articles that no document and no lead speaks of any more.
 *
 * @returns how many were removed, and what they belonged to
 */
export async function removeOrphans(
  tx: Transaction,
  ids: number[],
): Promise<Subjects & { count: number }> {
  if (ids.length === 0) return { count: 0, providerIds: [], topicIds: [] }
  const orphans = await tx.article.findMany({
    where: { id: { in: ids }, documents: { none: {} }, leads: { none: {} } },
    select: { id: true, providerId: true, topics: { select: { topicId: true } } },
  })
  if (orphans.length > 0) {
    await tx.article.deleteMany({ where: { id: { in: orphans.map(({ id }) => id) } } })
  }
  return {
    count: orphans.length,
    providerIds: orphans.flatMap(({ providerId }) => providerId ?? []),
    topicIds: orphans.flatMap(({ topics }) => topics.map(({ topicId }) => topicId)),
  }
}
