import { useLocale, useTranslations, type Messages } from 'next-intl'
import { ArticleView } from '@/components/article-view'
import { MoreMessages } from '@/components/more-messages'
import type { ArticleDetail } from '@/lib/article'
import { isolate } from '@/lib/isolate'
import { formatDate } from '@/lib/format-time'
import './kept-article.css'

interface KeptArticleProps {
  article: ArticleDetail
  /** In milliseconds since 1970. */
  keptAt: number
  catalogue: Messages
}

/** A saved story as its page showed it, from the device. */
export function KeptArticle({ article, keptAt, catalogue }: KeptArticleProps) {
  return (
    <MoreMessages messages={catalogue}>
      <div className="page">
        <title>{`${isolate(article.title, useLocale())} · Hotsheet`}</title>
        <KeptNote keptAt={keptAt} />
        <ArticleView article={article} />
      </div>
    </MoreMessages>
  )
}

function KeptNote({ keptAt }: { keptAt: number }) {
  const t = useTranslations('saved')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const date = formatDate(new Date(keptAt).toISOString(), zone, useLocale())
  return (
    <p role="status" className="kept-copy">
      {t('kept', { date })}
    </p>
  )
}
