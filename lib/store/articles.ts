import type { ArticleDetail, RelatedDetail } from '@/lib/article'
import { toPublished } from '@/lib/calendar-day'
import type { Database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { rankOf } from '@/lib/rank'
import { articleHref } from '@/lib/slug'
import { VISIBLE } from './visible'

const pictureColumns = { url: true, width: true, height: true } as const
const inOrder = { orderBy: { position: 'asc' } } as const

const pieceColumns = {
  publicId: true,
  title: true,
  excerpt: true,
  type: true,
  lang: true,
  publishedAt: true,
  publishedDay: true,
  quality: true,
  webUrl: true,
  originalUrl: true,
  providerId: true,
  provider: { select: { name: true, domain: true } },
  images: { ...inOrder, take: 1, select: pictureColumns },
  hasDocument: true,
} satisfies Prisma.ArticleSelect

const detailColumns = {
  ...pieceColumns,
  heat: true,
  ampWebUrl: true,
  cdnAmpWebUrl: true,
  category: true,
  body: true,
  images: { ...inOrder, select: pictureColumns },
  topics: { ...inOrder, select: { topic: { select: { slug: true, name: true } } } },
  related: {
    ...inOrder,
    where: { piece: VISIBLE },
    select: { leadId: true, pieceId: true, piece: { select: pieceColumns } },
  },
} satisfies Prisma.ArticleSelect

type PieceRow = Prisma.ArticleGetPayload<{ select: typeof pieceColumns }>
type DetailRow = Prisma.ArticleGetPayload<{ select: typeof detailColumns }>

/**
 * An article with all that its own page shows.
 *
 * @returns null for an unknown id, an article that is unpublished or held until its date, and one that is
 *   known only from another document's related pieces: these have no page
 */
export async function findArticle(
  database: Database,
  publicId: string,
): Promise<ArticleDetail | null> {
  const row = await database.article.findFirst({ where: hasPage(publicId), select: detailColumns })
  return row && toDetail(row)
}

/** The path of an article's own page, or null where {@link findArticle} finds none. */
export async function findArticleHref(
  database: Database,
  publicId: string,
): Promise<string | null> {
  const row = await database.article.findFirst({
    where: hasPage(publicId),
    select: { publicId: true, title: true },
  })
  return row && articleHref(row.title, row.publicId)
}

function hasPage(publicId: string): Prisma.ArticleWhereInput {
  return { publicId, ...VISIBLE, hasDocument: true }
}

function toDetail(row: DetailRow): ArticleDetail {
  const pieces = row.related.filter(({ leadId, pieceId }) => leadId !== pieceId)
  const providers = new Set(pieces.flatMap(({ piece }) => piece.providerId ?? []))
  return {
    id: row.publicId,
    href: articleHref(row.title, row.publicId),
    title: row.title,
    excerpt: row.excerpt,
    type: row.type,
    lang: row.lang,
    publishedAt: toPublished(row.publishedAt, row.publishedDay),
    provider: row.provider,
    topics: row.topics.map(({ topic }) => topic),
    picture: row.images[0] ?? null,
    pictures: row.images,
    heat: row.heat,
    quality: row.quality,
    relatedCount: pieces.length,
    related: pieces.map(({ piece }) => toRelated(piece)),
    url: row.webUrl ?? row.originalUrl,
    ampUrl: row.ampWebUrl ?? row.cdnAmpWebUrl,
    category: row.category,
    body: row.body,
    rank: rankOf({ ...row, reportedBy: providers.size }),
  }
}

function toRelated(row: PieceRow): RelatedDetail {
  const publishedAt = toPublished(row.publishedAt, row.publishedDay)
  return {
    title: row.title,
    excerpt: row.excerpt,
    type: row.type,
    lang: row.lang,
    url: row.webUrl ?? row.originalUrl,
    href: row.hasDocument ? articleHref(row.title, row.publicId) : null,
    provider: row.provider,
    publishedAt,
    reportedAt: publishedAt,
    quality: row.quality,
    picture: row.images[0] ?? null,
  }
}
