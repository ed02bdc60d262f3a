import { renderMarkdown } from '@/lib/render-markdown'

interface ArticleBodyProps {
  markdown: string
  /** BCP 47; null where the document does not say it. */
  lang: string | null
}

/** A document's own text. */
export function ArticleBody({ markdown, lang }: ArticleBodyProps) {
  return (
    <div
      className="body"
      lang={lang ?? undefined}
      dir="auto"
      dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }}
    />
  )
}
