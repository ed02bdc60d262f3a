import { Prisma } from '@/lib/db/generated/client'
import type { ArticleSummary, Picture } from '@/lib/article'
import { providerOf, type Database, type Provider } from '@/lib/db/client'
import { ONE_PLAN } from '@/lib/db/statement-names'
import { articleHref } from '@/lib/slug'
import { parseRows, rowsAsJson } from './json-sql'
import { nestedPiecesSql, toNestedPieces } from './nested-pieces'
import { toProvider, type ProviderColumns } from './rows'

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
  /** JSON of slugs and names. */
  topics: string | null
  /** JSON of the first pieces under it, see {@link nestedPiecesSql}. */
  pieces: string | null
}

/**
 * Articles as a feed shows them.
 *
 * @param ids row ids of listed articles
 * @returns one for each id, in their order; an article that is gone by now is left out
 */
export async function listSummaries(database: Database, ids: number[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const rows = await database.$queryRaw<SummaryRow[]>(summariesSql(providerOf(database), ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toSummary(row)] : []
  })
}

/** One statement for all of it: each further one would cost as much as the reading itself. */
function summariesSql(provider: Provider, ids: number[]): Prisma.Sql {
  return Prisma.sql`${ONE_PLAN}
    SELECT a."id", a."publicId", a."title", a."excerpt", a."type", a."lang", a."publishedAt",
           a."heat", a."quality", a."relatedCount",
           p."name" AS "providerName", p."domain" AS "providerDomain",
           i."url" AS "pictureUrl", i."width", i."height",
           ${topicsSql(provider)} AS "topics",
           CASE WHEN a."relatedCount" > 0 THEN ${nestedPiecesSql(provider)} END AS "pieces"
    FROM "Article" a
    LEFT JOIN "Provider" p ON p."id" = a."providerId"
    LEFT JOIN "Image" i ON i."id" = (
      SELECT f."id" FROM "Image" f WHERE f."articleId" = a."id" ORDER BY f."position" LIMIT 1)
    WHERE a."id" IN (${Prisma.join(ids)}) AND a."published"`
}

function topicsSql(provider: Provider): Prisma.Sql {
  return rowsAsJson(
    provider,
    ['slug', 'name'],
    'position',
    Prisma.sql`
      SELECT t."slug", t."name", f."position"
      FROM "ArticleTopic" f JOIN "Topic" t ON t."id" = f."topicId"
      WHERE f."articleId" = a."id"`,
  )
}

function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.publicId,
    href: articleHref(row.title, row.publicId),
    title: row.title,
    excerpt: row.excerpt,
    type: row.type,
    lang: row.lang,
    publishedAt: row.publishedAt.toISOString(),
    provider: toProvider(row),
    topics: parseRows<[string, string]>(row.topics).map(([slug, name]) => ({ slug, name })),
    picture: toPicture(row),
    heat: row.heat,
    quality: row.quality,
    relatedCount: row.relatedCount,
    related: toNestedPieces(row.pieces),
  }
}

function toPicture({ pictureUrl, width, height }: SummaryRow): Picture | null {
  return pictureUrl === null ? null : { url: pictureUrl, width, height }
}
