import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { TopicContent } from '@/lib/document'
import { chunksOf } from './chunks'
import { mostCommonName } from './topic-spellings'

/** Topics at a time: Prisma binds some 1,000 values to a statement on SQLite. */
const CHUNK = 500

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

/** Row ids of all topics. */
export async function listTopicIds(tx: Transaction): Promise<number[]> {
  return (await tx.topic.findMany({ select: { id: true } })).map(({ id }) => id)
}

/**
 * Brings topics in line with what is filed under them: each is called what
 * most listed articles call it, and those under which nothing is filed go.
 *
 * @param ids topics under which something was filed or is no more, or whose articles were listed or hidden
 * @returns whether anything changed
 */
export async function tidyTopics(tx: Transaction, ids: number[]): Promise<boolean> {
  let changed = false
  for (const chunk of chunksOf(ids, CHUNK)) {
    const renamed = await renameTopics(tx, chunk)
    const removed = await tx.$executeRaw`
      DELETE FROM "Topic" WHERE "id" IN (${Prisma.join(chunk)}) AND NOT EXISTS (
        SELECT 1 FROM "ArticleTopic" WHERE "topicId" = "Topic"."id")`
    changed ||= renamed || removed > 0
  }
  return changed
}

async function renameTopics(tx: Transaction, ids: number[]): Promise<boolean> {
  const topics = await tx.topic.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      spellings: {
        where: { articleCount: { gt: 0 } },
        select: { name: true, articleCount: true },
      },
    },
  })
  const unlisted = topics.flatMap(({ id, spellings }) => (spellings.length === 0 ? id : []))
  const others = await firstSpellings(tx, unlisted)
  let renamed = false
  for (const { id, name, spellings } of topics) {
    const wanted = spellings.length > 0 ? mostCommonName(spellings) : (others.get(id) ?? name)
    if (wanted === name) continue
    await tx.topic.update({ where: { id }, data: { name: wanted }, select: { id: true } })
    renamed = true
  }
  return renamed
}

/** Names of topics without listed articles: the first spelling of each. */
async function firstSpellings(tx: Transaction, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ topicId: number; name: string }[]>`
    SELECT "topicId", min("name") AS "name" FROM "ArticleTopic"
    WHERE "topicId" IN (${Prisma.join(ids)}) GROUP BY "topicId"`
  return new Map(rows.map(({ topicId, name }) => [topicId, name]))
}
