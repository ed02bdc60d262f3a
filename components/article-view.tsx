import type { ArticleDetail } from '@/lib/article'
import { formatExactTime } from '@/lib/format-time'
import { AfterPaint } from './after-paint'
import { ArticleBody } from './article-body'
import { LocalTime } from './local-time'
import { Picture } from './picture'
import { RelatedCoverage } from './related-coverage'
import { Scores } from './scores'

/** An article: what it is, who says it and when, where to read it, and who else reports it. */
export function ArticleView({ article }: { article: ArticleDetail }) {
  const [picture] = article.pictures
  return (
    <main id="content" className="article">
      <p className="flex flex-wrap gap-x-4 text-sm">
        {article.topics.map((topic) => (
          <a key={topic.slug} href={`/topics/${topic.slug}`} className="topic" data-ahead="">
            {topic.name}
          </a>
        ))}
      </p>
      <h1 dir="auto">{article.title}</h1>
      <p className="meta">
        <Scores heat={article.heat} quality={article.quality} />
        {article.provider && <b dir="auto">{article.provider.name}</b>}
        {article.type !== 'article' && <span className="type">{article.type}</span>}
        <LocalTime
          iso={article.publishedAt}
          fallback={formatExactTime(article.publishedAt, 'UTC')}
        />
      </p>
      {picture && <ArticlePicture article={article} />}
      {article.excerpt && (
        <p className="standfirst" dir="auto">
          {article.excerpt}
        </p>
      )}
      <AfterPaint>
        {article.body && <ArticleBody markdown={article.body} />}
        <Actions article={article} />
        <RelatedCoverage id={article.id} pieces={article.related} />
      </AfterPaint>
    </main>
  )
}

function ArticlePicture({ article }: { article: ArticleDetail }) {
  const [picture] = article.pictures
  if (!picture) return null
  const { width, height } = picture
  // Portraits and squares are cut to a landscape, so that the text is not pushed off the screen.
  const ratio = Math.max(4 / 3, width && height ? width / height : 3 / 2)
  return (
    <div style={{ '--ratio': ratio } as React.CSSProperties} className="article-picture">
      <Picture picture={picture} provider={article.provider} first />
    </div>
  )
}

function Actions({ article }: { article: ArticleDetail }) {
  const { url, ampUrl, provider } = article
  if (!url) return null
  const name = provider?.name || new URL(url).hostname
  return (
    <p className="actions mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
      <a className="button button-strong read-at" href={url} rel="noopener" dir="auto">
        Read at {name}
      </a>
      {ampUrl && (
        <a className="inline-flex min-h-11 items-center underline" href={ampUrl} rel="noopener">
          Light version (AMP)
        </a>
      )}
    </p>
  )
}
