import { useTranslations } from 'next-intl'

/** A feed before its stories have come: the same lines at the same places. */
export function FeedSkeleton() {
  const t = useTranslations('feed')
  return (
    <div className="feed page" aria-busy="true">
      <div className="topics h-11" />
      <div>
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
        <div className="h-11" />
        <StorySkeletons />
      </div>
    </div>
  )
}

/** Stories before they have come. */
export function StorySkeletons() {
  return (
    <ul className="stories" aria-hidden="true">
      {Array.from({ length: 8 }, (_, index) => (
        <li key={index} className="story">
          <article>
            <span className="picture" />
            <Bar width="62%" height="1.25rem" />
            <Bar width="48%" height="1.25rem" />
            <Bar width="35%" height="0.75rem" />
          </article>
        </li>
      ))}
    </ul>
  )
}

/** An article before it has come. */
export function ArticleSkeleton() {
  const t = useTranslations('story')
  return (
    <div className="article-page page" aria-busy="true">
      <div className="article">
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
        <div className="h-11" />
        <Bar width="96%" height="2.25rem" />
        <Bar width="64%" height="2.25rem" />
        <Bar width="50%" height="0.75rem" />
        <div className="article-picture" style={{ '--ratio': 1.5 } as React.CSSProperties}>
          <span className="picture" />
        </div>
      </div>
    </div>
  )
}

function Bar({ width, height }: { width: string; height: string }) {
  return <span className="mt-2 block rounded-sm bg-tint" style={{ width, height }} />
}
