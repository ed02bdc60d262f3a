import { Prisma } from '@/lib/db/generated/client'
import type { TopicInfo } from '@/lib/article'
import type { Database, Provider } from '@/lib/db/client'
import { ONE_PLAN } from '@/lib/db/statement-names'
import { listSql } from './json-sql'
import { nestedPiecesSql, type PieceRow } from './nested-pieces'
import type { ProviderColumns } from './rows'
import { visibleSql } from './visible'

/** What the database says of an article in a feed. */
export interface SummaryRow extends ProviderColumns {
  /** Of the order that it stands in; 0 where it was asked for by its id. */
  key: number
  id: number
  publicId: string
  title: string
  excerpt: string | null
  type: string
  lang: string | null
  /** ISO 8601. */
  publishedAt: string
  /** True or false; SQLite says 1 or 0. */
  publishedDay: boolean | number
  heat: number | null
  quality: number | null
  relatedCount: number
  pictureUrl: string | null
  width: number | null
  height: number | null
  topics: TopicInfo[]
  pieces: PieceRow[] | null
}

/** A row as the driver gives it: lists are JSON text. */
type RawRow = Omit<SummaryRow, 'topics' | 'pieces'> & { topics: string; pieces: string | null }

/** Reads articles by a statement of {@link articlesSql} or {@link placesSql}, in no order. */
export async function readSummaryRows(database: Database, sql: Prisma.Sql): Promise<SummaryRow[]> {
  const rows = await database.$all<RawRow>(sql)
  return rows.map((row) => ({
    ...row,
    topics: JSON.parse(row.topics) as TopicInfo[],
    pieces: row.pieces === null ? null : (JSON.parse(row.pieces) as PieceRow[]),
  }))
}

/** Listed articles by their row ids: one parameter, for as many as there are. */
export function articlesSql(provider: Provider, ids: number[]): Prisma.Sql {
  const among =
    provider === 'sqlite'
      ? Prisma.sql`IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
      : Prisma.sql`= ANY (CAST(${`{${ids.join()}}`} AS INTEGER[]))`
  const articles = Prisma.sql`"Article" a JOIN (SELECT 0 AS "key") w ON a."id" ${among}`
  return summariesSql(provider, articles)
}

/** The articles of a query for keys and ids, of which one plan is the best whatever its values are. */
export function placesSql(provider: Provider, places: Prisma.Sql): Prisma.Sql {
  return summariesSql(provider, Prisma.sql`(${places}) w JOIN "Article" a ON a."id" = w."id"`)
}

function summariesSql(provider: Provider, articles: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${SELECTS[provider]} FROM ${articles} ${JOINS}`
}

/** The texts before FROM, built once: building them takes as long as running the statement. */
const SELECTS: Record<Provider, Prisma.Sql> = {
  sqlite: selectOf('sqlite'),
  postgresql: selectOf('postgresql'),
}

function selectOf(provider: Provider): Prisma.Sql {
  const columns = Object.entries(columnsOf(provider)).map(([name, sql]) => `${sql} AS "${name}"`)
  return Prisma.raw(`${ONE_PLAN} SELECT ${columns.join(', ')}`)
}

const JOINS = Prisma.raw(`
  LEFT JOIN "Provider" p ON p."id" = a."providerId"
  LEFT JOIN "Image" i ON i."id" = (
    SELECT f."id" FROM "Image" f WHERE f."articleId" = a."id" ORDER BY f."position" LIMIT 1)
  WHERE ${visibleSql('a')}`)

function columnsOf(provider: Provider): Record<keyof SummaryRow, string> {
  return {
    key: 'w."key"',
    id: 'a."id"',
    publicId: 'a."publicId"',
    title: 'a."title"',
    excerpt: 'a."excerpt"',
    type: 'a."type"',
    lang: 'a."lang"',
    publishedAt: 'a."publishedAt"',
    publishedDay: 'a."publishedDay"',
    heat: 'a."heat"',
    quality: 'a."quality"',
    relatedCount: 'a."relatedCount"',
    providerName: 'p."name"',
    providerDomain: 'p."domain"',
    pictureUrl: 'i."url"',
    width: 'i."width"',
    height: 'i."height"',
    topics: `CAST(${topicsSql(provider)} AS TEXT)`,
    pieces: `CASE WHEN a."relatedCount" > 0 THEN CAST(${nestedPiecesSql(provider)} AS TEXT) END`,
  }
}

function topicsSql(provider: Provider): string {
  const columns = { slug: 't."slug"', name: 't."name"' }
  const from = `
    FROM "ArticleTopic" f JOIN "Topic" t ON t."id" = f."topicId"
    WHERE f."articleId" = a."id"`
  return listSql(provider, columns, from, 'f."position"')
}
