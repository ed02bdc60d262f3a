import { useLocale, useTranslations } from 'next-intl'
import type { ArticleSummary, RelatedPiece } from '@/lib/article'
import { isolate } from '@/lib/isolate'
import { localePath } from '@/lib/locale'
import { fromFirstMatch } from '@/lib/marked-text'
import { storyAttributes } from '@/lib/reader/story-attributes'
import { LocalLink } from './local-link'
import { Marked } from './marked'
import { Picture } from './picture'
import { StoryButtons } from './reader/story-buttons'
import { Scores } from './scores'
import { TimeAgo } from './time-ago'

interface StoryProps {
  story: ArticleSummary
  /** The first story of the feed, told larger. */
  lead?: boolean
  /** Only its headline: what is left of a story far out of view. */
  brief?: boolean
}

/** A story in a feed: headline, who and when, scores, picture, and the first of its related coverage. */
export function Story({ story, lead = false, brief = false }: StoryProps) {
  return (
    <li className={lead ? 'story story-lead' : 'story'} {...storyAttributes(story)}>
      <article>
        {!brief && story.picture && (
          <Picture picture={story.picture} provider={story.provider} first={lead} />
        )}
        <h2 lang={story.lang ?? undefined} dir="auto">
          <LocalLink href={story.href} data-ahead="">
            <Marked text={story.title} marks={story.marks?.title ?? []} />
          </LocalLink>
        </h2>
        {!brief && <StoryBody story={story} />}
      </article>
    </li>
  )
}

function StoryBody({ story }: { story: ArticleSummary }) {
  const t = useTranslations('story')
  const locale = useLocale()
  return (
    <>
      {story.excerpt && (
        <p className="excerpt" lang={story.lang ?? undefined} dir="auto">
          <Marked {...fromFirstMatch({ text: story.excerpt, marks: story.marks?.excerpt ?? [] })} />
        </p>
      )}
      <p className="meta">
        <Scores heat={story.heat} quality={story.quality} />
        {story.provider && <b dir="auto">{story.provider.name}</b>}
        {story.type !== 'article' && (
          <span className="type">
            {t('type', { type: story.type, name: isolate(story.type, locale) })}
          </span>
        )}
        <TimeAgo iso={story.publishedAt} />
        {story.topics.map((topic) => (
          <LocalLink key={topic.slug} href={`/topics/${topic.slug}`} dir="auto">
            {topic.name}
          </LocalLink>
        ))}
        <StoryButtons />
      </p>
      {story.related.length > 0 && <Nested story={story} />}
    </>
  )
}

function Nested({ story }: { story: ArticleSummary }) {
  const t = useTranslations('story')
  const more = story.relatedCount - story.related.length
  return (
    <ul className="nested" aria-label={t('related')}>
      {story.related.map((piece) => (
        <NestedPiece key={piece.url ?? piece.title} piece={piece} />
      ))}
      {more > 0 && (
        <li>
          <LocalLink href={`${story.href}#related-${story.id}`}>
            {t('more', { count: more })}
          </LocalLink>
        </li>
      )}
    </ul>
  )
}

function NestedPiece({ piece }: { piece: RelatedPiece }) {
  const locale = useLocale()
  const address = piece.href ? localePath(locale, piece.href) : piece.url
  return (
    <li>
      {piece.provider && (
        <>
          <bdi>{piece.provider.name}</bdi>:{' '}
        </>
      )}
      <bdi lang={piece.lang ?? undefined}>
        {address ? <a href={address}>{piece.title}</a> : piece.title}
      </bdi>
    </li>
  )
}
