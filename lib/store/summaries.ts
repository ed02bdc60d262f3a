import type { ArticleSummary, Picture, TopicInfo } from '@/lib/article'
import { providerOf, type Database, type Provider } from '@/lib/db/client'
import { ONE_PLAN } from '@/lib/db/statement-names'
import { articleHref } from '@/lib/slug'
import { listSql } from './json-sql'
import { nestedPiecesSql, toNestedPiece, type PieceRow } from './nested-pieces'
import { toProvider, type ProviderColumns } from './rows'

interface SummaryRow extends ProviderColumns {
  id: number
  publicId: string
  title: string
  excerpt: string | null
  type: string
  lang: string | null
  /** ISO 8601. */
  publishedAt: string
  heat: number | null
  quality: number | null
  relatedCount: number
  pictureUrl: string | null
  width: number | null
  height: number | null
  topics: TopicInfo[]
  pieces: PieceRow[] | null
}

/**
 * Articles as a feed shows them.
 *
 * @param ids row ids of listed articles
 * @returns one for each id, in their order; an article that is gone by now is left out
 */
export async function listSummaries(database: Database, ids: number[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const provider = providerOf(database)
  const sql = (STATEMENTS[provider] ??= summariesSql(provider))
  const among = AMONG_IDS[provider].list(ids)
  const [row] = await database.$queryRawUnsafe<{ rows: string }[]>(sql, among)
  const rows = JSON.parse(row?.rows ?? '[]') as SummaryRow[]
  const byId = new Map(rows.map((each) => [each.id, each]))
  return ids.flatMap((id) => {
    const found = byId.get(id)
    return found ? [toSummary(found)] : []
  })
}

/** Lists of ids as one parameter, for as many as there are: one statement serves all. */
const AMONG_IDS = {
  sqlite: {
    sql: 'IN (SELECT value FROM json_each(?))',
    list: (ids: number[]) => `[${ids.join()}]`,
  },
  postgresql: { sql: '= ANY (CAST($1 AS INTEGER[]))', list: (ids: number[]) => `{${ids.join()}}` },
}

/** Made once: to put so long a text together takes as long as to run it. */
const STATEMENTS: Partial<Record<Provider, string>> = {}

/** One statement and one value for all of it: each further one would cost as much as the reading itself. */
function summariesSql(provider: Provider): string {
  const from = `
    FROM "Article" a
    LEFT JOIN "Provider" p ON p."id" = a."providerId"
    LEFT JOIN "Image" i ON i."id" = (
      SELECT f."id" FROM "Image" f WHERE f."articleId" = a."id" ORDER BY f."position" LIMIT 1)
    WHERE a."id" ${AMONG_IDS[provider].sql} AND a."published"`
  return `${ONE_PLAN} SELECT CAST(${listSql(provider, columnsOf(provider), from)} AS TEXT) AS "rows"`
}

function columnsOf(provider: Provider): Record<keyof SummaryRow, string> {
  return {
    id: 'a."id"',
    publicId: 'a."publicId"',
    title: 'a."title"',
    excerpt: 'a."excerpt"',
    type: 'a."type"',
    lang: 'a."lang"',
    // SQLite holds a text with its zone; PostgreSQL knows that it is UTC, and would not say so.
    publishedAt: `a."publishedAt"${provider === 'sqlite' ? '' : " AT TIME ZONE 'UTC'"}`,
    heat: 'a."heat"',
    quality: 'a."quality"',
    relatedCount: 'a."relatedCount"',
    providerName: 'p."name"',
    providerDomain: 'p."domain"',
    pictureUrl: 'i."url"',
    width: 'i."width"',
    height: 'i."height"',
    topics: topicsSql(provider),
    pieces: `CASE WHEN a."relatedCount" > 0 THEN ${nestedPiecesSql(provider)} END`,
  }
}

function topicsSql(provider: Provider): string {
  const columns = { slug: 't."slug"', name: 't."name"' }
  const from = `
    FROM "ArticleTopic" f JOIN "Topic" t ON t."id" = f."topicId"
    WHERE f."articleId" = a."id"`
  return listSql(provider, columns, from, 'f."position"')
}

function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.publicId,
    href: articleHref(row.title, row.publicId),
    title: row.title,
    excerpt: row.excerpt,
    type: row.type,
    lang: row.lang,
    publishedAt: new Date(row.publishedAt).toISOString(),
    provider: toProvider(row),
    topics: row.topics,
    picture: toPicture(row),
    heat: row.heat,
    quality: row.quality,
    relatedCount: row.relatedCount,
    related: (row.pieces ?? []).map(toNestedPiece),
  }
}

function toPicture({ pictureUrl, width, height }: SummaryRow): Picture | null {
  return pictureUrl === null ? null : { url: pictureUrl, width, height }
}
