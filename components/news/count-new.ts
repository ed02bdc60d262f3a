/** What has come in above a reader's stories. */
export interface News {
  count: number
  /** Whether there are still more, of which only so many were looked at. */
  isMore: boolean
}

/**
 * How many stories of a feed stand above the last one that the reader has, and
 * are not among those.
 *
 * @param ids the feed as it is now, from its top
 * @param hasMore whether it goes on after them
 * @param known what the reader has
 */
export function countNew(ids: string[], hasMore: boolean, known: ReadonlySet<string>): News {
  const lastKnown = ids.findLastIndex((id) => known.has(id))
  const above = lastKnown < 0 ? ids : ids.slice(0, lastKnown)
  return {
    count: above.filter((id) => !known.has(id)).length,
    isMore: lastKnown < 0 && hasMore,
  }
}
