'use client'

import { use } from 'react'

// Only the server has the text, as of the styles of every page (inline-styles.tsx).
const styles = typeof window === 'undefined' ? (process.env.HOTSHEET_ARTICLE_STYLES ?? '') : ''

let fetched: Promise<unknown> | undefined

/** Fetches the styles of articles, once. Without a line they may not come: articles can be read all the same. */
export function fetchArticleStyles(): Promise<unknown> {
  fetched ??= import('@/app/article.css').catch(() => undefined)
  return fetched
}

if (process.env.NODE_ENV === 'development') void fetchArticleStyles()

/**
 * Puts the styles of an article into the HTML's head. Whoever comes from another
 * page has fetched them by then, or waits for them with the page.
 */
export function ArticleStyles() {
  if (process.env.NODE_ENV === 'development') return null
  if (typeof window !== 'undefined' && !document.querySelector('style[data-href~="article"]')) {
    use(fetchArticleStyles())
    return null
  }
  return (
    <style href="article" precedence="default">
      {styles}
    </style>
  )
}
