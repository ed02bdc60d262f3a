import { NESTED_RELATED, type RelatedPiece } from '@/lib/article'
import type { Provider } from '@/lib/db/client'
import { articleHref } from '@/lib/slug'
import { listSql } from './json-sql'
import { toProvider, type ProviderColumns } from './rows'
import { visibleSql } from './visible'

/** A piece in the list of {@link nestedPiecesSql}. */
export interface PieceRow extends ProviderColumns {
  /** In the curator's order. */
  position: number
  publicId: string
  title: string
  lang: string | null
  url: string | null
  /** True or false; SQLite says 1 or 0. */
  hasDocument: boolean | number
}

const COLUMNS: Record<keyof PieceRow, string> = {
  position: 'r."position"',
  publicId: `n."publicId"`,
  title: `n."title"`,
  lang: `n."lang"`,
  url: `COALESCE(n."webUrl", n."originalUrl")`,
  hasDocument: 'n."hasDocument"',
  providerName: `p."name"`,
  providerDomain: `p."domain"`,
}

/**
 * The first pieces that readers see under an article `a`, at most {@link NESTED_RELATED}, as a JSON
 * list of {@link PieceRow}. The list is in no order: {@link toNestedPieces} sorts it for less.
 */
export function nestedPiecesSql(provider: Provider): string {
  const first = `
    SELECT r."position", r."pieceId" FROM "Related" r JOIN "Article" n ON n."id" = r."pieceId"
    WHERE r."leadId" = a."id" AND r."pieceId" <> r."leadId" AND ${visibleSql('n')}
    ORDER BY r."position" LIMIT ${NESTED_RELATED}`
  const from = `
    FROM (${first}) r
    JOIN "Article" n ON n."id" = r."pieceId"
    LEFT JOIN "Provider" p ON p."id" = n."providerId"`
  return listSql(provider, COLUMNS, from)
}

/** Pieces as a feed shows them, in the curator's order. */
export function toNestedPieces(rows: PieceRow[]): RelatedPiece[] {
  return rows.toSorted((a, b) => a.position - b.position).map(toNestedPiece)
}

function toNestedPiece(row: PieceRow): RelatedPiece {
  const { title, lang, url } = row
  return {
    title,
    lang,
    url,
    href: row.hasDocument ? articleHref(title, row.publicId) : null,
    provider: toProvider(row),
  }
}
