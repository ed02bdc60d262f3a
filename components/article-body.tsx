import { renderMarkdown } from '@/lib/render-markdown'

/** A document's own text. */
export function ArticleBody({ markdown }: { markdown: string }) {
  return (
    <div
      className="body"
      dir="auto"
      dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }}
    />
  )
}
