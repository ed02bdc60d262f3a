import type { ArticleDetail } from '@/lib/article'
import { dropCopy, findCopy, keepCopy } from './device-store'
import { tellSaved, tellUnsaved } from './saved-news'
import { setMark } from './set-mark'
import type { ShownStory } from './story-element'

const nothingKept = () => undefined

/** Saves a story with all that its page shows; without a line, its headline for the time being. */
export async function saveStory(story: ShownStory): Promise<void> {
  const at = Date.now()
  await setMark([story.id], 'saved', true, at)
  await keepCopy({ ...story, keptAt: at, article: null }).catch(nothingKept)
  if (await keepWhole(story.id)) return
  addEventListener('online', () => void keepWhole(story.id), { once: true })
}

/**
 * Takes a story from the saved ones.
 *
 * @param savedAt when it was saved, in milliseconds since 1970
 * @returns what puts it back where it was, with the copy that it had
 */
export async function unsaveStory(story: ShownStory, savedAt: number): Promise<() => void> {
  const copy = await findCopy(story.id).catch(nothingKept)
  await setMark([story.id], 'saved', false)
  await dropCopy(story.id).catch(nothingKept)
  tellUnsaved(story)
  const restore = async () => {
    await setMark([story.id], 'saved', true, savedAt)
    if (copy) await keepCopy(copy).catch(nothingKept)
    await keepWhole(story.id)
  }
  return () => void restore()
}

/**
 * Fetches what a saved story's page shows and keeps it.
 *
 * @returns whether it could be had
 */
export async function keepWhole(id: string): Promise<boolean> {
  try {
    const answer = await fetch(`/api/articles/${id}`)
    if (!answer.ok) return false
    const article = (await answer.json()) as ArticleDetail
    const { title, href } = article
    await keepCopy({ id, title, href, keptAt: Date.now(), article })
    tellSaved(article)
    return true
  } catch {
    return false
  }
}
