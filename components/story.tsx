import type { ArticleSummary, RelatedPiece } from '@/lib/article'
import { fromFirstMatch } from '@/lib/marked-text'
import { Marked } from './marked'
import { Picture } from './picture'
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
    <li className={lead ? 'story story-lead' : 'story'} data-id={story.id}>
      <article>
        {!brief && story.picture && (
          <Picture picture={story.picture} provider={story.provider} first={lead} />
        )}
        <h2 dir="auto">
          <a href={story.href} data-ahead="">
            <Marked text={story.title} marks={story.marks?.title ?? []} />
          </a>
        </h2>
        {!brief && <StoryBody story={story} />}
      </article>
    </li>
  )
}

function StoryBody({ story }: { story: ArticleSummary }) {
  return (
    <>
      {story.excerpt && (
        <p className="excerpt" dir="auto">
          <Marked {...fromFirstMatch({ text: story.excerpt, marks: story.marks?.excerpt ?? [] })} />
        </p>
      )}
      <p className="meta">
        <Scores heat={story.heat} quality={story.quality} />
        {story.provider && <b dir="auto">{story.provider.name}</b>}
        {story.type !== 'article' && <span className="type">{story.type}</span>}
        <TimeAgo iso={story.publishedAt} />
        {story.topics.map((topic) => (
          <a key={topic.slug} href={`/topics/${topic.slug}`}>
            {topic.name}
          </a>
        ))}
      </p>
      {story.related.length > 0 && <Nested story={story} />}
    </>
  )
}

function Nested({ story }: { story: ArticleSummary }) {
  const more = story.relatedCount - story.related.length
  return (
    <ul className="nested" aria-label="Related coverage">
      {story.related.map((piece) => (
        <NestedPiece key={piece.url ?? piece.title} piece={piece} />
      ))}
      {more > 0 && (
        <li>
          <a href={`${story.href}#related-${story.id}`}>{more} more</a>
        </li>
      )}
    </ul>
  )
}

function NestedPiece({ piece }: { piece: RelatedPiece }) {
  const address = piece.href ?? piece.url
  return (
    <li dir="auto">
      {piece.provider && <>{piece.provider.name}: </>}
      {address ? <a href={address}>{piece.title}</a> : piece.title}
    </li>
  )
}
