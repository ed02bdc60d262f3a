import { useLocale, useTranslations } from 'next-intl'
import type { ArticleDetail } from '@/lib/article'
import { dayHref, dayOf, hasPage } from '@/lib/days'
import { formatExactTime } from '@/lib/format-time'
import { isolate } from '@/lib/isolate'
import { storyAttributes } from '@/lib/reader/story-attributes'
import { AfterPaint } from './after-paint'
import { ArticleBody } from './article-body'
import { LocalLink } from './local-link'
import { LocalTime } from './local-time'
import { Picture } from './picture'
import { StoryButtons } from './reader/story-buttons'
import { RelatedCoverage } from './related-coverage'
import { Scores } from './scores'
import { StoryTimeline } from './timeline/story-timeline'

/** An article: what it is, who says it and when, where to read it, and who else reports it. */
export function ArticleView({ article }: { article: ArticleDetail }) {
  const t = useTranslations('story')
  const locale = useLocale()
  const [picture] = article.pictures
  return (
    <main id="content" className="article" {...storyAttributes(article)}>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {article.topics.map((topic) => (
          <LocalLink
            key={topic.slug}
            href={`/topics/${topic.slug}`}
            className="topic"
            data-ahead=""
            dir="auto"
          >
            {topic.name}
          </LocalLink>
        ))}
      </p>
      <h1 lang={article.lang ?? undefined} dir="auto">
        {article.title}
      </h1>
      <p className="meta">
        <Scores heat={article.heat} quality={article.quality} />
        {article.provider && <b dir="auto">{article.provider.name}</b>}
        {article.type !== 'article' && (
          <span className="type">
            {t('type', { type: article.type, name: isolate(article.type, locale) })}
          </span>
        )}
        <Published article={article} />
        <StoryButtons />
      </p>
      {picture && <ArticlePicture article={article} />}
      {article.excerpt && (
        <p className="standfirst" lang={article.lang ?? undefined} dir="auto">
          {article.excerpt}
        </p>
      )}
      <AfterPaint>
        {article.body && <ArticleBody markdown={article.body} lang={article.lang} />}
        <Actions article={article} />
        <RelatedCoverage id={article.id} pieces={article.related} />
        <StoryTimeline article={article} />
      </AfterPaint>
    </main>
  )
}

/** When it was published, with a link to the page of that day where there is one. */
function Published({ article }: { article: ArticleDetail }) {
  const { publishedAt, rank } = article
  const fallback = formatExactTime(publishedAt, 'UTC', useLocale())
  const time = <LocalTime iso={publishedAt} fallback={fallback} />
  const day = dayOf(rank.published)
  return hasPage(day) ? <LocalLink href={dayHref(day)}>{time}</LocalLink> : time
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
  const t = useTranslations('article')
  const locale = useLocale()
  const { url, ampUrl, provider } = article
  if (!url) return null
  const name = provider?.name || new URL(url).hostname
  return (
    <p className="actions">
      <a className="button button-strong read-at" href={url} rel="noopener">
        {t('readAt', { source: isolate(name, locale) })}
      </a>
      {ampUrl && (
        <a className="inline-flex min-h-11 items-center underline" href={ampUrl} rel="noopener">
          {t('amp')}
        </a>
      )}
    </p>
  )
}
