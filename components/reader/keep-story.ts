import type { ArticleDetail } from '@/lib/article'
import { dropCopy, findCopy, findStates, keepCopy } from './device-store'
import { tellSaved, tellUnsaved } from './saved-news'
import { setMark } from './set-mark'
import { tellStates } from './state-news'
import type { ShownStory } from './story-element'

const nothingKept = () => undefined

/** Saves a story with all that its page shows; without a line, its headline for the time being. */
export async function saveStory(story: ShownStory): Promise<void> {
  const at = Date.now()
  await setMark([story.id], 'saved', true, at)
  await keepCopy({ ...story, keptAt: at, article: null }).catch(nothingKept)
  const keep = async () => {
    const isKept = await keepWhole(story.id)
    await tellCopy(story.id)
    return isKept
  }
  if (await keep()) return
  addEventListener('online', () => void keep(), { once: true })
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
    await tellCopy(story.id)
    await keepWhole(story.id)
  }
  return () => void restore()
}

/** Lists of saved stories were told of the mark before there was a copy to show. */
async function tellCopy(id: string): Promise<void> {
  await findStates([id]).then(tellStates, nothingKept)
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
    const isSaved = await keepCopy({ id, title, href, keptAt: Date.now(), article })
    // Nobody would let go of what the service worker kept after it was told of the end.
    if (isSaved) tellSaved(article)
    return true
  } catch {
    return false
  }
}
