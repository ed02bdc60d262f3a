import type { Prisma } from '@/lib/db/generated/client'
import type { ArticleSummary, Picture } from '@/lib/article'
import { toPublished } from '@/lib/calendar-day'
import { type Database } from '@/lib/db/client'
import { articleHref } from '@/lib/slug'
import { toNestedPieces } from './nested-pieces'
import { toProvider } from './rows'
import { comparePositions, type Position } from './search/walk'
import { articlesSql, placesSql, readSummaryRows, type SummaryRow } from './summary-rows'

/**
 * Articles as a feed shows them.
 *
 * @param ids row ids of listed articles
 * @returns one for each id, in their order; an article that is gone by now is left out
 */
export async function listSummaries(database: Database, ids: number[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const rows = await readSummaryRows(database, articlesSql(database.$provider(), ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toSummary(row)] : []
  })
}

/** An article where it stands in a feed. */
export interface Placed extends Position {
  article: ArticleSummary
}

/**
 * Articles where they stand in a feed, by the one statement that finds them there.
 *
 * @param places a query for keys and ids, of which one plan is the best whatever its values are
 * @returns highest key first
 */
export async function listPlaced(database: Database, places: Prisma.Sql): Promise<Placed[]> {
  const rows = await readSummaryRows(database, placesSql(database.$provider(), places))
  return rows
    .map((row) => ({ key: row.key, id: row.id, article: toSummary(row) }))
    .sort(comparePositions)
}

function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.publicId,
    href: articleHref(row.title, row.publicId),
    title: row.title,
    excerpt: row.excerpt,
    type: row.type,
    lang: row.lang,
    publishedAt: toPublished(new Date(row.publishedAt), Boolean(row.publishedDay)),
    provider: toProvider(row),
    topics: row.topics,
    picture: toPicture(row),
    heat: row.heat,
    quality: row.quality,
    relatedCount: row.relatedCount,
    related: toNestedPieces(row.pieces ?? []),
  }
}

function toPicture({ pictureUrl, width, height }: SummaryRow): Picture | null {
  return pictureUrl === null ? null : { url: pictureUrl, width, height }
}
