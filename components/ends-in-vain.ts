/** So many pages in a row without a story to see are enough. */
const IN_VAIN = 5

/** A story that the reader has neither muted nor hidden. */
const WANTED = '.story:not([data-muted], [data-hidden])'

/**
 * Whether the last pages of a list brought nothing to see, because the reader
 * has muted or hidden all that is in them. Whoever mutes nearly everything must
 * not load an archive to its end for it.
 *
 * @param end what stands below the list
 */
export function endsInVain(end: Element): boolean {
  const lists = end.previousElementSibling?.querySelectorAll('.stories') ?? []
  const last = [...lists].slice(-IN_VAIN)
  return last.length === IN_VAIN && last.every((list) => !list.querySelector(WANTED))
}
