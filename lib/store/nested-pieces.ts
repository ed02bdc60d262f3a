import { Prisma } from '@/lib/db/generated/client'
import { NESTED_RELATED, type RelatedPiece } from '@/lib/article'
import type { Database } from '@/lib/db/client'
import { articleHref } from '@/lib/slug'
import { groupBy, toProvider, type ProviderColumns } from './rows'

interface PieceRow extends ProviderColumns {
  leadId: number
  publicId: string
  title: string
  lang: string | null
  webUrl: string | null
  originalUrl: string | null
  hasPage: number | bigint
}

/**
 * The first pieces that readers see under each lead, in the curator's order.
 *
 * @param leadIds row ids of the leads, at least one
 * @returns at most {@link NESTED_RELATED} for each; a lead without any is missing
 */
export async function listNestedPieces(
  database: Database,
  leadIds: number[],
): Promise<Map<number, RelatedPiece[]>> {
  const rows = await database.$queryRaw<PieceRow[]>`
    SELECT * FROM (
      SELECT r."leadId", a."publicId", a."title", a."lang", a."webUrl", a."originalUrl",
             p."name" AS "providerName", p."domain" AS "providerDomain",
             (SELECT COUNT(*) FROM "Document" d WHERE d."articleId" = a."id") AS "hasPage",
             ROW_NUMBER() OVER (PARTITION BY r."leadId" ORDER BY r."position") AS "place"
      FROM "Related" r
      JOIN "Article" a ON a."id" = r."pieceId"
      LEFT JOIN "Provider" p ON p."id" = a."providerId"
      WHERE r."leadId" IN (${Prisma.join(leadIds)})
        AND r."pieceId" <> r."leadId" AND a."published"
    ) AS pieces
    WHERE "place" <= ${NESTED_RELATED}
    ORDER BY "leadId", "place"`
  return groupBy(rows, ({ leadId }) => leadId, toPiece)
}

function toPiece(row: PieceRow): RelatedPiece {
  return {
    title: row.title,
    lang: row.lang,
    url: row.webUrl ?? row.originalUrl,
    href: Number(row.hasPage) > 0 ? articleHref(row.title, row.publicId) : null,
    provider: toProvider(row),
  }
}
