import { useLocale, useTranslations } from 'next-intl'
import type { ArticleDetail, ArticleSummary } from '@/lib/article'
import { explainRank } from '@/lib/explain-rank'
import { isolate } from '@/lib/isolate'
import { intlLocale } from '@/lib/locale'
import { LocalLink } from './local-link'

interface ArticleAsideProps {
  article: ArticleDetail
  more: ArticleSummary[]
}

/** Why the story stands where it stands, and what else its topics hold. */
export function ArticleAside({ article, more }: ArticleAsideProps) {
  const t = useTranslations('article')
  const rank = useTranslations('rank')
  const locale = useLocale()
  const topics = article.topics.map((topic) => isolate(topic.name, locale))
  return (
    <aside className="article-aside" aria-label={t('about')}>
      <section aria-labelledby={`why-${article.id}`}>
        <h2 id={`why-${article.id}`} className="label">
          {t('why')}
        </h2>
        <p className="mt-1">{explainRank(article, { t: rank, locale })}</p>
      </section>
      {more.length > 0 && (
        <section aria-labelledby={`more-${article.id}`}>
          <h2 id={`more-${article.id}`} className="label">
            {t('moreFrom', {
              topics: new Intl.ListFormat(intlLocale(locale), { type: 'unit' }).format(topics),
            })}
          </h2>
          <ul className="headlines mt-1">
            {more.map((story) => (
              <li key={story.id}>
                <LocalLink
                  href={story.href}
                  data-ahead=""
                  lang={story.lang ?? undefined}
                  dir="auto"
                >
                  {story.title}
                </LocalLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
