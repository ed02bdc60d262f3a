import type { ArticleDetail } from '@/lib/article'
import { DEFAULT_LOCALE, isLocale, localePath } from '@/lib/locale'

/**
 * What comes with the window's events `hotsheet:saved` and `hotsheet:unsaved`, by
 * which the pages and pictures of saved stories are kept for offline reading.
 */
export interface SavedDetail {
  /** The story's public id. */
  id: string
  /** Path of its page, in the language of the one that is shown. */
  href: string
  /** Addresses of the pictures on its page; none where it is no longer saved. */
  pictures: string[]
}

/** Tells that a story is saved, once all that its page shows is known. */
export function tellSaved({ id, href, pictures, related }: ArticleDetail): void {
  const found = [...pictures, ...related.map(({ picture }) => picture)]
  tell('hotsheet:saved', id, href, [...new Set(found.flatMap((picture) => picture?.url ?? []))])
}

/** Tells that a story is no longer saved. */
export function tellUnsaved({ id, href }: { id: string; href: string }): void {
  tell('hotsheet:unsaved', id, href, [])
}

function tell(type: string, id: string, path: string, pictures: string[]): void {
  const { lang } = document.documentElement
  const href = localePath(isLocale(lang) ? lang : DEFAULT_LOCALE, path)
  dispatchEvent(new CustomEvent<SavedDetail>(type, { detail: { id, href, pictures } }))
}
