import { useLocale, useTranslations } from 'next-intl'
import type { RelatedDetail } from '@/lib/article'
import { isolate } from '@/lib/isolate'
import { localePath } from '@/lib/locale'
import { Picture } from './picture'
import { Scores } from './scores'
import { TimeAgo } from './time-ago'

/** The other coverage of a story, in the curator's order. */
export function RelatedCoverage({ id, pieces }: { id: string; pieces: RelatedDetail[] }) {
  const t = useTranslations('article')
  if (pieces.length === 0) return null
  return (
    <section id={`related-${id}`} aria-labelledby={`related-heading-${id}`}>
      <h2 id={`related-heading-${id}`}>{t('related', { count: pieces.length })}</h2>
      <ol className="related">
        {pieces.map((piece) => (
          <Piece key={piece.url ?? piece.title} piece={piece} />
        ))}
      </ol>
    </section>
  )
}

function Piece({ piece }: { piece: RelatedDetail }) {
  const t = useTranslations('story')
  const locale = useLocale()
  const address = piece.href ? localePath(locale, piece.href) : piece.url
  return (
    <li>
      {piece.picture && <Picture picture={piece.picture} provider={piece.provider} />}
      <h3 lang={piece.lang ?? undefined} dir="auto">
        {address ? <a href={address}>{piece.title}</a> : piece.title}
      </h3>
      {piece.excerpt && (
        <p className="excerpt" lang={piece.lang ?? undefined} dir="auto">
          {piece.excerpt}
        </p>
      )}
      <p className="meta">
        <Scores heat={null} quality={piece.quality} />
        {piece.provider && <b dir="auto">{piece.provider.name}</b>}
        {piece.type !== 'article' && (
          <span className="type">
            {t('type', { type: piece.type, name: isolate(piece.type, locale) })}
          </span>
        )}
        <TimeAgo iso={piece.publishedAt} />
      </p>
    </li>
  )
}
