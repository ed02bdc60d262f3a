import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { PieceContent } from '@/lib/document'

/** Columns of an article that come from its document, with the id of its provider. */
export function articleColumns(content: PieceContent, providerId: number | null) {
  return {
    category: content.category,
    title: content.title,
    excerpt: content.excerpt,
    publishedAt: content.publishedAt,
    publishedDay: content.publishedDay,
    originalUrl: content.originalUrl,
    webUrl: content.webUrl,
    ampWebUrl: content.ampWebUrl,
    cdnAmpWebUrl: content.cdnAmpWebUrl,
    type: content.type,
    lang: content.lang,
    quality: content.quality,
    heat: content.heat,
    published: content.published,
    body: content.body,
    secured: content.secured,
    extra: content.extra,
    providerId,
  }
}

/** Rows of an article's pictures. */
export function imageRows(articleId: number, { images }: PieceContent) {
  return images.map((image, position) => ({ articleId, position, ...image }))
}

/** Rows that file an article under its topics. */
export function topicRows(
  articleId: number,
  { topics }: PieceContent,
  topicIds: Map<string, number>,
) {
  return topics.flatMap(({ slug, name }, position) => {
    const topicId = topicIds.get(slug)
    return topicId === undefined ? [] : [{ articleId, topicId, position, name }]
  })
}

const stored = {
  omit: { secured: false },
  include: { images: { omit: { id: true } }, topics: true },
} satisfies Prisma.ArticleDefaultArgs

/** An article with what hangs on it. */
export type StoredArticle = Prisma.ArticleGetPayload<typeof stored>

/**
 * Reads articles, as they are compared with their documents, by canonical URL.
 * Sorted here: Prisma cannot order what hangs on more than some 1,000 rows in the database.
 */
export async function listStoredArticles(
  tx: Transaction,
  urls: string[],
): Promise<StoredArticle[]> {
  const articles = await tx.article.findMany({ where: { canonicalUrl: { in: urls } }, ...stored })
  for (const { images, topics } of articles) {
    images.sort((a, b) => a.position - b.position)
    topics.sort((a, b) => a.position - b.position)
  }
  return articles
}

/** Whether rows hold what is to be stored: only the columns of `wanted` count. */
export function holds(row: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(([column, value]) => isDeepStrictEqual(row[column], value))
}

/** {@link holds} for lists, in order. */
export function holdsAll(
  rows: Record<string, unknown>[],
  wanted: Record<string, unknown>[],
): boolean {
  return rows.length === wanted.length && rows.every((row, i) => holds(row, wanted[i] ?? {}))
}
