import type { Mark } from '@/lib/reader/story-state'
import { saveStory, unsaveStory } from './keep-story'
import { noticeMark } from './mark-notice'
import { stateOf } from './page-marks'
import { panel } from './panel'
import { setMark } from './set-mark'
import { headlineOf, neighbourOf, readStory } from './story-element'

/** Does what a button of a story is for. */
export function pressAction(button: HTMLElement, story: HTMLElement): void {
  const { action } = button.dataset
  if (action === 'save') void toggleSaved(story)
  else if (action === 'hide') void toggleHidden(story)
  else if (action === 'menu') toggleMenu(button, story)
}

function toggleMenu(opener: HTMLElement, story: HTMLElement): void {
  const open = panel.get()
  const isOpen = open?.kind === 'menu' && open.opener === opener
  panel.set(isOpen ? null : { kind: 'menu', opener, story })
}

/** Saves a story, or takes it from the saved ones. */
export async function toggleSaved(element: HTMLElement): Promise<void> {
  const story = readStory(element)
  const { saved } = await stateOf(story.id)
  if (saved === undefined) return saveStory(story)
  // The list of saved stories is about to lose it.
  if (element.closest('.saved-list')) leaveStory(element)
  await unsaveStory(story, saved)
}

/** Marks a story as read, or as unread. */
export async function toggleRead(element: HTMLElement): Promise<void> {
  const { id } = readStory(element)
  const isRead = (await stateOf(id)).read === undefined
  await setAndTell(id, 'read', isRead)
}

/** Hides a story from every list, or shows it again. */
export async function toggleHidden(element: HTMLElement): Promise<void> {
  const { id } = readStory(element)
  const isHidden = (await stateOf(id)).hidden === undefined
  const done = setAndTell(id, 'hidden', isHidden, () => headlineOf(element)?.focus())
  if (!element.checkVisibility()) leaveStory(element)
  await done
}

/** Sets a mark and reports what became of it, with the way back. */
async function setAndTell(
  id: string,
  mark: Mark,
  isSet: boolean,
  onUndone?: () => void,
): Promise<void> {
  const failure = await setMark([id], mark, isSet)
  noticeMark(mark, isSet, failure, () => {
    void takeBack(id, mark, !isSet)
    onUndone?.()
  })
}

/** Undoing is told only where it fails: the page shows what it did. */
async function takeBack(id: string, mark: Mark, isSet: boolean): Promise<void> {
  const failure = await setMark([id], mark, isSet)
  if (failure !== null) noticeMark(mark, isSet, failure)
}

/** Moves the focus from a story that goes from its list to the next one, so that it is not lost. */
export function leaveStory(element: HTMLElement): void {
  if (!element.matches('.story') || !element.contains(document.activeElement)) return
  const next = neighbourOf(element, 1) ?? neighbourOf(element, -1)
  if (next) headlineOf(next)?.focus({ preventScroll: true })
}
