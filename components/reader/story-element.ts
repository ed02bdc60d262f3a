import { firstVisible } from '@/components/first-visible'
import { splitLocale } from '@/lib/locale'

/** Elements that stand for a story: one in a list, and the page of one. */
const STORY = '.story[data-id], .article[data-id]'

/** What a story's element says of it. */
export interface ShownStory {
  id: string
  title: string
  /** Path of its page, without a locale. */
  href: string
}

/** The story that an element is in, or null. */
export function storyAround(target: unknown): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(STORY) : null
}

/** Every story in an element, itself included, also on pages that are hidden at present. */
export function storiesIn(element: Element): HTMLElement[] {
  return [
    ...(element.matches(STORY) ? [element as HTMLElement] : []),
    ...element.querySelectorAll<HTMLElement>(STORY),
  ]
}

/** The elements of one story: it may be on several pages that are kept hidden. */
export function elementsOf(id: string): HTMLElement[] {
  const selector = `:is(.story, .article)[data-id="${CSS.escape(id)}"]`
  return [...document.querySelectorAll<HTMLElement>(selector)]
}

/** The story whose own page is shown, or null. */
export function shownArticle(): HTMLElement | null {
  return firstVisible('.article[data-id]')
}

/** The link of a story's headline; null on its own page. */
export function headlineOf(story: HTMLElement): HTMLAnchorElement | null {
  return story.querySelector<HTMLAnchorElement>('h2 a')
}

/** What is known of a story from its element. */
export function readStory(story: HTMLElement): ShownStory {
  const link = story.matches('.story') ? headlineOf(story) : null
  const title = (link ?? story.querySelector('h1'))?.textContent ?? ''
  const { path } = splitLocale(link?.pathname ?? location.pathname)
  return { id: story.dataset.id ?? '', title, href: path }
}

/** The next story that is shown above (-1) or below (1), or null. */
export function neighbourOf(story: HTMLElement, step: 1 | -1): HTMLElement | null {
  const walker = document.createTreeWalker(
    story.closest('main') ?? document.body,
    NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (!(node instanceof HTMLElement) || !node.matches('.story')) return NodeFilter.FILTER_SKIP
      return node.checkVisibility() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT
    },
  )
  walker.currentNode = story
  return (step === 1 ? walker.nextNode() : walker.previousNode()) as HTMLElement | null
}
