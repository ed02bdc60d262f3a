import type { ArticleDetail } from '@/lib/article'
import { isFull } from '@/lib/reader/store-failure'
import type { StoryCopy } from '@/lib/reader/story-copy'
import { dropCopy, findCopy, findStates, keepCopy } from './device-store'
import { noticeMark } from './mark-notice'
import { notice } from './notice'
import { tellSaved, tellUnsaved } from './saved-news'
import { setMark } from './set-mark'
import { tellStates } from './state-news'
import type { ShownStory } from './story-element'

const nothingKept = () => undefined

/** After this time a save is reported with what is stored by then (ms). */
const SAVE_TIMEOUT_MS = 3_000

/**
 * What became of the copy of a saved story. `whole`: text, page and pictures are stored;
 * `text`: only its text; `missing`: it could not be fetched; `full`: no space is left for it;
 * `unsaved`: the story is no longer saved.
 */
export type CopyOutcome = 'whole' | 'text' | 'missing' | 'full' | 'unsaved'

const NOTICES = {
  whole: 'saved',
  text: 'savedText',
  missing: 'savedHeadline',
  full: 'savedNoSpace',
} as const

/**
 * Saves a story with all that its page shows; offline, its headline for the time being.
 * Reports it once that is stored.
 *
 * @param at in milliseconds since 1970
 * @param copy what was stored of it before
 */
export async function saveStory(
  story: ShownStory,
  at = Date.now(),
  copy: StoryCopy = { ...story, keptAt: at, article: null },
): Promise<void> {
  const failure = await setMark([story.id], 'saved', true, at)
  if (failure !== null) return noticeMark('saved', true, failure)
  await keepCopy(copy).catch(nothingKept)
  await tellCopy(story.id)
  const keep = async () => {
    const outcome = await keepWhole(story.id)
    await tellCopy(story.id)
    return outcome
  }
  const timer = setTimeout(noticeCopy, SAVE_TIMEOUT_MS, 'missing')
  const outcome = await keep()
  clearTimeout(timer)
  noticeCopy(outcome === 'missing' && copy.article ? 'text' : outcome)
  if (outcome === 'missing') addEventListener('online', () => void keep(), { once: true })
}

function noticeCopy(outcome: CopyOutcome): void {
  if (outcome !== 'unsaved') notice.set({ text: NOTICES[outcome] })
}

/**
 * Takes a story from the saved ones. Reports it, with the way to put the story back where
 * it was, with the copy that it had.
 *
 * @param savedAt when it was saved, in milliseconds since 1970
 */
export async function unsaveStory(story: ShownStory, savedAt: number): Promise<void> {
  const copy = await findCopy(story.id).catch(nothingKept)
  const failure = await setMark([story.id], 'saved', false)
  if (failure === null) {
    await dropCopy(story.id).catch(nothingKept)
    tellUnsaved(story)
  }
  noticeMark('saved', false, failure, () => void saveStory(story, savedAt, copy))
}

/** Lists of saved stories were told of the mark before there was a copy to show. */
async function tellCopy(id: string): Promise<void> {
  await findStates([id]).then(tellStates, nothingKept)
}

/** Fetches what a saved story's page shows and stores it. */
export async function keepWhole(id: string): Promise<CopyOutcome> {
  try {
    const answer = await fetch(`/api/articles/${id}`)
    if (!answer.ok) return 'missing'
    const article = (await answer.json()) as ArticleDetail
    const { title, href } = article
    const isSaved = await keepCopy({ id, title, href, keptAt: Date.now(), article })
    // Nobody would delete what the service worker stored after it was told of the end.
    if (!isSaved) return 'unsaved'
    return (await tellSaved(article)) ? 'whole' : 'text'
  } catch (error) {
    return isFull(error) ? 'full' : 'missing'
  }
}
