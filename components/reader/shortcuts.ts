import { firstVisible } from '@/components/first-visible'
import { navigationKind } from '@/components/navigation-kind'
import { isOn } from '@/components/settings/settings-store'
import { panel } from './panel'
import { headlineOf, neighbourOf, shownArticle, storyAround } from './story-element'
import { toggleHidden, toggleRead, toggleSaved } from './story-actions'

/** So long after `g` the second key is awaited, in milliseconds. */
const SECOND_KEY = 1500

let goPressedAt = -Infinity

/**
 * Does what a key stands for, unless the reader has switched that off.
 *
 * @param key as `shortcutKey` gave it
 */
export function pressShortcut(key: string): void {
  if (!isOn('shortcuts')) return
  const now = performance.now()
  const isSecond = now - goPressedAt < SECOND_KEY
  goPressedAt = key === 'g' ? now : -Infinity
  if (isSecond && 'tsh'.includes(key)) return click(`[data-go="${key}"]`)
  if (key === '?') return panel.set({ kind: 'help' })
  if (key === 'u') return goBack()
  const article = shownArticle()
  if (key === 'j' || key === 'k') return article ? turnPage(key) : walk(key === 'j' ? 1 : -1)
  const story = storyAround(document.activeElement) ?? article
  if (story) actOn(story, key)
}

function actOn(story: HTMLElement, key: string): void {
  if (key === 's') void toggleSaved(story)
  else if (key === 'm') void toggleRead(story)
  else if (key === 'h') void toggleHidden(story)
  else if (key === 'o') headlineOf(story)?.click()
  else if (key === 'v') openOriginal(story)
}

/** To the headline above or below; from outside of the list, to the first in view. */
function walk(step: 1 | -1): void {
  const current = storyAround(document.activeElement)
  const story = current ? neighbourOf(current, step) : firstInView()
  if (!story) return
  headlineOf(story)?.focus({ preventScroll: true })
  story.scrollIntoView({ block: 'nearest' })
}

function firstInView(): HTMLElement | null {
  // What is brief is far out of view, and measuring it would lay it out.
  for (const story of document.querySelectorAll<HTMLElement>(
    '.stories:not(.stories-brief) > .story[data-id]',
  )) {
    const { top, bottom } = story.getBoundingClientRect()
    if (bottom > top && top >= 0) return story
  }
  return null
}

function turnPage(key: 'j' | 'k'): void {
  click(`.neighbours a[rel=${key === 'j' ? 'next' : 'prev'}]`)
}

function goBack(): void {
  if (navigationKind() === 'load') click('[data-go="h"]')
  else history.back()
}

/** A list does not know where its stories came from; the server leads on to there. */
function openOriginal(story: HTMLElement): void {
  const link = story.querySelector<HTMLAnchorElement>('.read-at')
  open(link?.href ?? `/api/articles/${story.dataset.id}/original`, '_blank', 'noopener')
}

/** Presses a link, as the reader would; of several, one is shown. */
function click(selector: string): void {
  firstVisible(selector)?.click()
}
