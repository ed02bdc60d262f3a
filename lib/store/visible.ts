import type { Prisma } from '@/lib/db/generated/client'

/** Articles that readers may see: published, and not held until their publication date. */
export const VISIBLE = {
  published: true,
  heldUntil: null,
} as const satisfies Prisma.ArticleWhereInput

/** {@link VISIBLE} as a condition in SQL. @param article alias of the table */
export function visibleSql(article: string): string {
  return `${article}."published" AND ${article}."heldUntil" IS NULL`
}
