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
  /** Called by whoever stores them, with whether it could. */
  waitFor: (stored: Promise<boolean>) => void
}

/** After this time a save is reported without what is stored for offline reading (ms). */
const OFFLINE_COPY_TIMEOUT_MS = 3_000

/**
 * Tells that a story is saved, once all that its page shows is known.
 *
 * @returns whether its page and pictures are stored for offline reading, where anything is
 */
export async function tellSaved(article: ArticleDetail): Promise<boolean> {
  const { id, href, pictures, related } = article
  const found = [...pictures, ...related.map(({ picture }) => picture)]
  const urls = [...new Set(found.flatMap((picture) => picture?.url ?? []))]
  const tooLate = new Promise<boolean>((resolve) => {
    setTimeout(resolve, OFFLINE_COPY_TIMEOUT_MS, false)
  })
  const stored = Promise.all(tell('hotsheet:saved', id, href, urls))
  return Promise.race([stored.then((all) => all.every(Boolean)), tooLate]).catch(() => false)
}

/** Tells that a story is no longer saved. */
export function tellUnsaved({ id, href }: { id: string; href: string }): void {
  void tell('hotsheet:unsaved', id, href, [])
}

function tell(type: string, id: string, path: string, pictures: string[]): Promise<boolean>[] {
  const { lang } = document.documentElement
  const href = localePath(isLocale(lang) ? lang : DEFAULT_LOCALE, path)
  const awaited: Promise<boolean>[] = []
  const waitFor = (stored: Promise<boolean>) => void awaited.push(stored)
  dispatchEvent(new CustomEvent<SavedDetail>(type, { detail: { id, href, pictures, waitFor } }))
  return awaited
}
