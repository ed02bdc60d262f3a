/** The first element of its kind that is shown: pages left a moment ago are still in the document, hidden. */
export function firstVisible(selector: string): HTMLElement | null {
  const elements = [...document.querySelectorAll<HTMLElement>(selector)]
  return elements.find((element) => element.checkVisibility()) ?? null
}

/** Gives the focus to a part of a page that takes none by itself, and scrolls nowhere. */
export function focusOn(part: HTMLElement): void {
  part.tabIndex = -1
  part.focus({ preventScroll: true })
}
