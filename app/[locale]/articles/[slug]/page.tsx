import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { AfterPaint } from '@/components/after-paint'
import { ArticleAside } from '@/components/article-aside'
import { ArticleStyles } from '@/components/article-styles'
import { ArticleView } from '@/components/article-view'
import { FeedNeighbours } from '@/components/feed-neighbours'
import { MissingPage, missingMetadata } from '@/components/missing-page'
import { decodeSegment } from '@/lib/feed-url'
import { isolate } from '@/lib/isolate'
import { localePath } from '@/lib/locale'
import {
  getArticle,
  getMoreFromTopics,
  getNeighbours,
  listPrerenderedArticles,
} from '@/lib/queries/articles'
import { publicIdFrom } from '@/lib/slug'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[locale]/articles/[slug]'>

const slugOf = (href: string) => href.slice('/articles/'.length)

export async function generateStaticParams() {
  const articles = await listPrerenderedArticles()
  // An empty store still needs one address to check the page with.
  return articles.length > 0
    ? articles.map(({ href }) => ({ slug: slugOf(href) }))
    : [{ slug: '-' }]
}

async function findBySlug(params: Props['params']) {
  const slug = decodeSegment((await params).slug)
  const id = publicIdFrom(slug)
  const article = id ? await getArticle(id) : null
  return { slug, article }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await findBySlug(params)
  if (!article) return missingMetadata()
  return {
    title: isolate(article.title, await getLocale()),
    description: article.excerpt ?? undefined,
    openGraph: {
      type: 'article',
      title: article.title,
      description: article.excerpt ?? undefined,
      publishedTime: article.publishedAt,
    },
  }
}

export default async function ArticlePage({ params }: Props) {
  const { slug, article } = await findBySlug(params)
  if (!article) return <MissingPage />
  // The id decides; a title that has changed since leads on to the present address.
  if (slug !== slugOf(article.href)) {
    permanentRedirect(localePath(await getLocale(), article.href))
  }
  const [more, neighbours] = await Promise.all([
    getMoreFromTopics(article.id),
    getNeighbours(article.id),
  ])
  return (
    <div className="article-page page">
      <ArticleStyles />
      <ArticleView article={article} />
      <AfterPaint>
        <ArticleAside article={article} more={more} />
        <FeedNeighbours id={article.id} neighbours={neighbours} />
      </AfterPaint>
    </div>
  )
}
