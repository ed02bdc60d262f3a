import { Prisma } from '@/lib/db/generated/client'
import type { ArticleSummary, Picture, TopicInfo } from '@/lib/article'
import type { Database } from '@/lib/db/client'
import { articleHref } from '@/lib/slug'
import { listNestedPieces } from './nested-pieces'
import { groupBy, toProvider, type ProviderColumns } from './rows'

interface SummaryRow extends ProviderColumns {
  id: number
  publicId: string
  title: string
  excerpt: string | null
  type: string
  lang: string | null
  publishedAt: Date
  heat: number | null
  quality: number | null
  relatedCount: number
  pictureUrl: string | null
  width: number | null
  height: number | null
}

/**
 * Articles as a feed shows them.
 *
 * @param ids row ids of listed articles
 * @returns one for each id, in their order; an article that is gone by now is left out
 */
export async function listSummaries(database: Database, ids: number[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const [rows, topics, related] = await Promise.all([
    database.$queryRaw<SummaryRow[]>(summariesSql(ids)),
    listTopicsOf(database, ids),
    listNestedPieces(database, ids),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toSummary(row, topics.get(id) ?? [], related.get(id) ?? [])] : []
  })
}

function summariesSql(ids: number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT a."id", a."publicId", a."title", a."excerpt", a."type", a."lang", a."publishedAt",
           a."heat", a."quality", a."relatedCount",
           p."name" AS "providerName", p."domain" AS "providerDomain",
           i."url" AS "pictureUrl", i."width", i."height"
    FROM "Article" a
    LEFT JOIN "Provider" p ON p."id" = a."providerId"
    LEFT JOIN "Image" i ON i."articleId" = a."id" AND i."position" =
      (SELECT MIN(f."position") FROM "Image" f WHERE f."articleId" = a."id")
    WHERE a."id" IN (${Prisma.join(ids)}) AND a."published"`
}

function toSummary(
  row: SummaryRow,
  topics: TopicInfo[],
  related: ArticleSummary['related'],
): ArticleSummary {
  return {
    id: row.publicId,
    href: articleHref(row.title, row.publicId),
    title: row.title,
    excerpt: row.excerpt,
    type: row.type,
    lang: row.lang,
    publishedAt: row.publishedAt.toISOString(),
    provider: toProvider(row),
    topics,
    picture: toPicture(row),
    heat: row.heat,
    quality: row.quality,
    relatedCount: row.relatedCount,
    related,
  }
}

function toPicture({ pictureUrl, width, height }: SummaryRow): Picture | null {
  return pictureUrl === null ? null : { url: pictureUrl, width, height }
}

async function listTopicsOf(database: Database, ids: number[]): Promise<Map<number, TopicInfo[]>> {
  const rows = await database.$queryRaw<(TopicInfo & { articleId: number })[]>`
    SELECT f."articleId", t."slug", t."name"
    FROM "ArticleTopic" f JOIN "Topic" t ON t."id" = f."topicId"
    WHERE f."articleId" IN (${Prisma.join(ids)})
    ORDER BY f."articleId", f."position"`
  return groupBy(
    rows,
    ({ articleId }) => articleId,
    ({ slug, name }) => ({ slug, name }),
  )
}
