import type { Database } from '@/lib/db/client'
import { STORY_COUNT_KEY } from '@/lib/store/kept-counts'

/** When tests import; every document of theirs that matters is older. */
export const NOW = new Date('2026-11-01T12:00:00Z')

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position

/** All that a store holds, without what depends on the order of its making: ids, and where documents came from. */
export async function dump(database: Database) {
  const articles = await database.article.findMany({
    omit: { id: true, providerId: true, secured: false },
    include: {
      provider: { omit: { id: true } },
      images: { omit: { id: true, articleId: true } },
      topics: { select: { position: true, name: true, topic: { select: { slug: true } } } },
      related: { select: { position: true, piece: { select: { canonicalUrl: true } } } },
      documents: { omit: { articleId: true, source: false, origin: true, importOrder: true } },
      entries: { omit: { articleId: true } },
    },
    orderBy: { canonicalUrl: 'asc' },
  })
  const topics = await database.topic.findMany({ orderBy: { slug: 'asc' } })
  const slugs = new Map(topics.map(({ id, slug }) => [id, slug]))
  return {
    articles: articles.map(({ entries, images, topics, related, documents, ...article }) => ({
      ...article,
      images: images.sort(byPosition),
      topics: topics.sort(byPosition),
      related: related.sort(byPosition),
      documents: documents.sort((a, b) => (a.name < b.name ? -1 : 1)),
      entries: entries
        .map(({ topicId, ...keys }) => ({ topic: slugs.get(topicId) ?? topicId, ...keys }))
        .sort((a, b) => (String(a.topic) < String(b.topic) ? -1 : 1)),
    })),
    topics: topics.map(({ slug, name, articleCount }) => ({ slug, name, articleCount })),
    spellings: (await database.topicSpelling.findMany())
      .map(({ topicId, name, articleCount }) => ({ slug: slugs.get(topicId), name, articleCount }))
      .sort((a, b) => (`${a.slug} ${a.name}` < `${b.slug} ${b.name}` ? -1 : 1)),
    pairs: (await database.topicPair.findMany())
      .map(({ topicId, otherId, articleCount }) => ({
        slugs: [slugs.get(topicId), slugs.get(otherId)].sort().join(),
        articleCount,
      }))
      .sort((a, b) => (a.slugs < b.slugs ? -1 : 1)),
    stories: (await database.meta.findUnique({ where: { key: STORY_COUNT_KEY } }))?.value,
    providers: await database.provider.findMany({
      orderBy: [{ domain: 'asc' }, { name: 'asc' }],
      omit: { id: true },
    }),
  }
}
