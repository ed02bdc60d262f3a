import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { JsonObject, PieceContent } from '@/lib/document'
import { publicIdOf } from '@/lib/public-id'
import {
  articleColumns,
  holds,
  holdsAll,
  imageRows,
  listStoredArticles,
  type StoredArticle,
  topicRows,
} from './article-columns'
import { insertReturning, insertRows } from './insert-rows'
import { saveProviders } from './providers'
import type { Subjects } from './subjects'
import { changeSpellings } from './topic-spellings'
import { saveTopics } from './topics'

/** What {@link saveArticles} did, with what its articles belonged to before and the topics they are filed under now. */
export interface SavedArticles extends Subjects {
  /** Ids by canonical URL. */
  ids: Map<string, number>
  /** Ids of articles that are new or not what they were. */
  changed: number[]
}

/** Ids that contents' names stand for. */
interface LookUps {
  providerOf: (provider: PieceContent['provider']) => number | null
  topicIds: Map<string, number>
}

/**
 * Stores articles as their documents describe them: new ones are added, and
 * of the others what differs is changed.
 *
 * @param contents one for each article
 */
export async function saveArticles(
  tx: Transaction,
  contents: PieceContent[],
): Promise<SavedArticles> {
  const saved: SavedArticles = { ids: new Map(), changed: [], providerIds: [], topicIds: [] }
  if (contents.length === 0) return saved
  const lookUps = {
    providerOf: await saveProviders(
      tx,
      contents.flatMap(({ provider }) => provider ?? []),
    ),
    topicIds: await saveTopics(
      tx,
      contents.flatMap(({ topics }) => topics),
    ),
  }
  const urls = contents.map(({ canonicalUrl }) => canonicalUrl)
  const stored = new Map(
    (await listStoredArticles(tx, urls)).map((article) => [article.canonicalUrl, article]),
  )
  const added = contents.filter(({ canonicalUrl }) => !stored.has(canonicalUrl))
  saved.ids = await addArticles(tx, added, lookUps)
  saved.changed.push(...saved.ids.values())
  if (added.length > 0) saved.topicIds.push(...lookUps.topicIds.values())
  for (const content of contents) {
    const article = stored.get(content.canonicalUrl)
    if (!article) continue
    saved.ids.set(content.canonicalUrl, article.id)
    await updateArticle(tx, article, content, lookUps, saved)
  }
  return saved
}

async function addArticles(
  tx: Transaction,
  contents: PieceContent[],
  { providerOf, topicIds }: LookUps,
): Promise<Map<string, number>> {
  if (contents.length === 0) return new Map()
  const rows = contents.map((content) => ({
    ...withJsonText(articleColumns(content, providerOf(content.provider))),
    canonicalUrl: content.canonicalUrl,
    publicId: publicIdOf(content.canonicalUrl),
  }))
  const added = await insertReturning<(typeof rows)[number], { id: number; canonicalUrl: string }>(
    tx,
    'Article',
    rows,
    ['id', 'canonicalUrl'],
  )
  const ids = new Map(added.map(({ canonicalUrl, id }) => [canonicalUrl, id]))
  const idOf = ({ canonicalUrl }: PieceContent) => ids.get(canonicalUrl) ?? 0
  await addImages(
    tx,
    contents.flatMap((content) => imageRows(idOf(content), content)),
  )
  await insertRows(
    tx,
    'ArticleTopic',
    contents.flatMap((content) => topicRows(idOf(content), content, topicIds)),
  )
  return ids
}

async function addImages(tx: Transaction, rows: ReturnType<typeof imageRows>): Promise<void> {
  await insertRows(tx, 'Image', rows.map(withJsonText))
}

function withJsonText<Row extends { extra: JsonObject | null }>(row: Row) {
  return { ...row, extra: row.extra ? JSON.stringify(row.extra) : null }
}

async function updateArticle(
  tx: Transaction,
  article: StoredArticle,
  content: PieceContent,
  { providerOf, topicIds }: LookUps,
  saved: SavedArticles,
): Promise<void> {
  const { id } = article
  const where = { articleId: id }
  const columns = articleColumns(content, providerOf(content.provider))
  const images = imageRows(id, content)
  const topics = topicRows(id, content, topicIds)
  const same = {
    columns: holds(article, columns),
    images: holdsAll(article.images, images),
    topics: holdsAll(article.topics, topics),
  }
  if (!same.columns) {
    const data = { ...columns, extra: columns.extra ?? Prisma.DbNull }
    await tx.article.update({ where: { id }, data, select: { id: true } })
    if (article.providerId !== null) saved.providerIds.push(article.providerId)
  }
  if (!same.images) {
    await tx.image.deleteMany({ where })
    await addImages(tx, images)
  }
  if (!same.topics) {
    await tx.articleTopic.deleteMany({ where })
    await insertRows(tx, 'ArticleTopic', topics)
    if (article.listed) {
      await changeSpellings(tx, [
        ...article.topics.map(({ topicId, name }) => ({ topicId, name, by: -1 })),
        ...topics.map(({ topicId, name }) => ({ topicId, name, by: 1 })),
      ])
    }
    saved.topicIds.push(...[...article.topics, ...topics].map(({ topicId }) => topicId))
  }
  if (!(same.columns && same.images && same.topics)) saved.changed.push(id)
}

/** Ids of those of the URLs that are articles, by canonical URL. */
export async function listArticleIds(
  tx: Transaction,
  urls: string[],
): Promise<Map<string, number>> {
  const select = { id: true, canonicalUrl: true }
  const rows = await tx.article.findMany({ where: { canonicalUrl: { in: urls } }, select })
  return new Map(rows.map(({ canonicalUrl, id }) => [canonicalUrl, id]))
}
