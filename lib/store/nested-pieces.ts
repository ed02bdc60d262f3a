import { Prisma } from '@/lib/db/generated/client'
import { NESTED_RELATED, type RelatedPiece } from '@/lib/article'
import type { Provider } from '@/lib/db/client'
import { articleHref } from '@/lib/slug'
import { parseRows, rowsAsJson } from './json-sql'
import { toProvider } from './rows'

const COLUMNS = ['publicId', 'title', 'lang', 'url', 'hasPage', 'name', 'domain'] as const

type PieceTuple = [
  publicId: string,
  title: string,
  lang: string | null,
  url: string | null,
  /** 1 or 0. */
  hasPage: number,
  providerName: string | null,
  providerDomain: string | null,
]

/**
 * The first pieces that readers see under an article `a`, in the curator's order, at most
 * {@link NESTED_RELATED}, as JSON for {@link toNestedPieces}.
 */
export function nestedPiecesSql(provider: Provider): Prisma.Sql {
  return rowsAsJson(
    provider,
    COLUMNS,
    'position',
    Prisma.sql`
      SELECT r."position", n."publicId", n."title", n."lang", p."name", p."domain",
             COALESCE(n."webUrl", n."originalUrl") AS "url",
             CASE WHEN EXISTS (SELECT 1 FROM "Document" d WHERE d."articleId" = n."id")
               THEN 1 ELSE 0 END AS "hasPage"
      FROM "Related" r
      JOIN "Article" n ON n."id" = r."pieceId"
      LEFT JOIN "Provider" p ON p."id" = n."providerId"
      WHERE r."leadId" = a."id" AND r."pieceId" <> r."leadId" AND n."published"
      ORDER BY r."position" LIMIT ${NESTED_RELATED}`,
  )
}

/** Pieces as {@link nestedPiecesSql} gives them; null: none. */
export function toNestedPieces(json: string | null): RelatedPiece[] {
  return parseRows<PieceTuple>(json).map(toPiece)
}

function toPiece([publicId, title, lang, url, hasPage, name, domain]: PieceTuple): RelatedPiece {
  return {
    title,
    lang,
    url,
    href: hasPage === 1 ? articleHref(title, publicId) : null,
    provider: toProvider({ providerName: name, providerDomain: domain }),
  }
}
