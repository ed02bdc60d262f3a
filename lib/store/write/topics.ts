import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { TopicContent } from '@/lib/document'

/**
 * Finds topics, adding those that are new.
 *
 * @returns ids by slug
 */
export async function saveTopics(
  tx: Transaction,
  topics: TopicContent[],
): Promise<Map<string, number>> {
  const wanted = new Map(topics.map(({ slug, name }) => [slug, name]))
  const select = { id: true, slug: true }
  const found = await tx.topic.findMany({ where: { slug: { in: [...wanted.keys()] } }, select })
  const ids = new Map(found.map(({ slug, id }) => [slug, id]))
  const data = [...wanted]
    .filter(([slug]) => !ids.has(slug))
    .map(([slug, name]) => ({ slug, name }))
  if (data.length === 0) return ids
  for (const { slug, id } of await tx.topic.createManyAndReturn({ data, select })) ids.set(slug, id)
  return ids
}

/**
 * Brings topics in line with what is filed under them: names, and that only
 * those remain under which something is filed.
 *
 * @param ids topics under which something was filed or is no more
 * @returns whether anything changed
 */
export async function tidyTopics(tx: Transaction, ids: number[]): Promise<boolean> {
  if (ids.length === 0) return false
  const among = Prisma.join(ids)
  const first = Prisma.sql`SELECT min("name") FROM "ArticleTopic" WHERE "topicId" = "Topic"."id"`
  const renamed = await tx.$executeRaw`
    UPDATE "Topic" SET "name" = (${first}) WHERE "id" IN (${among}) AND "name" <> (${first})`
  const removed = await tx.$executeRaw`
    DELETE FROM "Topic" WHERE "id" IN (${among}) AND NOT EXISTS (
      SELECT 1 FROM "ArticleTopic" WHERE "topicId" = "Topic"."id")`
  return renamed + removed > 0
}
