import type { ArticleDetail, ArticleSummary } from '@/lib/article'
import { explainRank } from '@/lib/explain-rank'

interface ArticleAsideProps {
  article: ArticleDetail
  more: ArticleSummary[]
}

/** Why the story stands where it stands, and what else its topics hold. */
export function ArticleAside({ article, more }: ArticleAsideProps) {
  return (
    <aside
      className="article-aside grid grid-cols-1 content-start gap-8 pb-8"
      aria-label="About this story"
    >
      <section aria-labelledby={`why-${article.id}`}>
        <h2 id={`why-${article.id}`} className="label">
          Why it is here
        </h2>
        <p className="mt-1 leading-relaxed">{explainRank(article)}</p>
      </section>
      {more.length > 0 && (
        <section aria-labelledby={`more-${article.id}`}>
          <h2 id={`more-${article.id}`} className="label">
            More from {article.topics.map((topic) => topic.name).join(', ')}
          </h2>
          <ul className="mt-1">
            {more.map((story) => (
              <li key={story.id} className="border-t border-rule first:border-0">
                <a
                  href={story.href}
                  data-ahead=""
                  dir="auto"
                  className="block py-3 font-serif leading-snug no-underline hover:underline"
                >
                  {story.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
