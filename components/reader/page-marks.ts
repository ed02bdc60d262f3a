import { MARKS, withMark, type Mark, type StoryState } from '@/lib/reader/story-state'
import { findStates } from './device-store'
import { watchStates, type StateNews } from './state-news'
import { elementsOf, storiesIn, storyAround } from './story-element'

/** The marks of every story that this tab has shown. */
const known = new Map<string, StoryState>()

/**
 * Shows on each story of the document how the reader has marked it, by attributes
 * (`data-read`, `data-saved`, `data-hidden`; `data-marked` once that is known), and
 * goes on with the stories that come, until the signal ends it. Only stories that
 * are there are looked up, whatever is on the device.
 */
export function markStories(signal: AbortSignal): void {
  const observer = new MutationObserver((records) => mark(addedStories(records)))
  observer.observe(document.body, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
  watchStates(takeNews, signal)
  mark(storiesIn(document.body))
}

/** The marks of a story, from the device where they are not known yet. */
export async function stateOf(id: string): Promise<StoryState> {
  if (!known.has(id)) await lookUp([id])
  return shownState(id)
}

/** The marks of a story that is shown, as far as they are known. */
export function shownState(id: string): StoryState {
  return known.get(id) ?? { id }
}

/** Shows of stories what the device has stored, after it has refused to store a mark. */
export async function showStored(ids: string[]): Promise<void> {
  const states = await findStates(ids).catch(() => ids.map((id) => ({ id })))
  for (const state of states) show(state)
}

/** Shows a mark at once, before the device has stored it. */
export function showMark(id: string, name: Mark, isSet: boolean, at: number): void {
  show(withMark(shownState(id), name, isSet, at))
}

function addedStories(records: MutationRecord[]): Set<HTMLElement> {
  const added = records.flatMap(({ addedNodes }) => [...addedNodes])
  const elements = added.filter((node) => node instanceof Element)
  // What is added to a story may be its buttons: far away it has none.
  return new Set(elements.flatMap((element) => storyAround(element) ?? storiesIn(element)))
}

function mark(stories: Iterable<HTMLElement>): void {
  const unknown = new Set<string>()
  for (const story of stories) {
    const id = story.dataset.id ?? ''
    const state = known.get(id)
    // At once, so that nothing hidden is painted.
    if (state) apply(story, state)
    else unknown.add(id)
  }
  if (unknown.size > 0) void lookUp([...unknown])
}

async function lookUp(ids: string[]): Promise<void> {
  // Where the device keeps nothing, no story has marks.
  const states = await findStates(ids).catch(() => ids.map((id) => ({ id })))
  for (const state of states) {
    // A mark that was set in the meantime is newer.
    if (!known.has(state.id)) show(state)
  }
}

function takeNews(news: StateNews): void {
  if (news) for (const state of news) show(state)
  else {
    known.clear()
    mark(storiesIn(document.body))
  }
}

function show(state: StoryState): void {
  known.set(state.id, state)
  for (const story of elementsOf(state.id)) apply(story, state)
}

function apply(story: HTMLElement, state: StoryState): void {
  story.toggleAttribute('data-marked', true)
  for (const name of MARKS) story.toggleAttribute(`data-${name}`, state[name] !== undefined)
  press(story, 'save', state.saved)
  press(story, 'hide', state.hidden)
}

function press(story: HTMLElement, action: string, at: number | undefined): void {
  const button = story.querySelector(`[data-action="${action}"]`)
  button?.setAttribute('aria-pressed', String(at !== undefined))
}
