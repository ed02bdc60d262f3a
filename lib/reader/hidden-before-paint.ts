/**
 * Where localStorage keeps the ids of the stories hidden last, newest first, with
 * spaces between them. A script reads it before the page is painted and hides
 * `.story[data-id="…"]:not([data-marked])`; once a story's marks are known it has
 * `data-marked`, and `data-hidden` if it is hidden.
 */
export const HIDDEN_KEY = 'hotsheet:hidden'

/** More would make each page wait; the others are hidden a moment after it is painted. */
export const MAX_HIDDEN = 300

/** What of a stored text is ids of stories. */
export function parseHidden(stored: string | null): string[] {
  return (stored ?? '').split(' ').filter((id) => /^[0-9a-z]{10}$/.test(id))
}

/** The stored text with stories hidden or shown again; what was hidden longest ago goes first. */
export function withHidden(stored: string | null, ids: string[], isHidden: boolean): string {
  const others = parseHidden(stored).filter((id) => !ids.includes(id))
  return (isHidden ? [...ids, ...others] : others).slice(0, MAX_HIDDEN).join(' ')
}
