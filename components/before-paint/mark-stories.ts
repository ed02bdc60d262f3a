import type { createMuteFinder } from '@/lib/reader/mutes'
import type { ScriptFacts } from './script-facts'
import type { watchSettings } from './watch-settings'

/**
 * Sets `data-muted` (why) and `data-hidden` on the stories that the reader does
 * not want, before they are painted: those in the HTML and all that come later.
 */
export function markStories(
  facts: ScriptFacts,
  watch: typeof watchSettings,
  createFinder: typeof createMuteFinder,
): void {
  let findMute = createFinder({})
  const mark = (stories: Iterable<HTMLElement>) => {
    let hidden = ''
    try {
      hidden = localStorage.getItem(facts.hiddenKey) ?? ''
    } catch {
      // Nothing may be kept here, so nothing is hidden.
    }
    for (const story of stories) {
      const { id, topics = '', source = '', muted } = story.dataset
      const text = () =>
        [...story.querySelectorAll('h2, .excerpt')].map((part) => part.textContent).join(' ')
      const reason = findMute({ topics: topics.split(' '), source, text })
      if (reason === null) story.removeAttribute('data-muted')
      else if (reason !== muted) story.dataset.muted = reason
      // Once a story has been looked up on the device, that is what holds.
      if (id && hidden.includes(id) && !('marked' in story.dataset)) story.dataset.hidden = ''
    }
  }
  watch(facts, (settings) => {
    findMute = createFinder(settings)
    mark(document.querySelectorAll<HTMLElement>('.story'))
  })
  // It is told before what changed is painted, also while the page is still being read.
  new MutationObserver((records) => {
    const stories = new Set<HTMLElement>()
    for (const { target, addedNodes } of records) {
      const around = target instanceof Element ? target.closest<HTMLElement>('.story') : null
      if (around) stories.add(around)
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue
        if (node.matches('.story')) stories.add(node)
        for (const story of node.querySelectorAll<HTMLElement>('.story')) stories.add(story)
      }
    }
    if (stories.size > 0) mark(stories)
  }).observe(document, { childList: true, subtree: true })
}
