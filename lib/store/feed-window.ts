import { WINDOW_SECONDS, type FeedFilter } from '@/lib/feed-filter'

/** Stories published from `since` to `until`, both included, in seconds since 1970. */
export interface FeedWindow {
  since: number
  until: number
}

/**
 * A filter's window, which stays where it was while someone scrolls.
 *
 * @param since what `windowStart` gave for the first page
 * @returns null for no bound
 */
export function windowFrom(
  since: number | null,
  { window }: Pick<FeedFilter, 'window'>,
): FeedWindow | null {
  const seconds = window === null ? null : WINDOW_SECONDS[window]
  return since === null || seconds === null ? null : { since, until: since + seconds }
}
