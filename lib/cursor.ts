import type { FeedFilter } from './feed-filter'
import { feedQuery, type FeedProblem } from './feed-url'
import { RANK_PROFILE } from './rank-profile'

/** Where a page of a feed ends: the next one begins behind it. */
export interface FeedPosition {
  /** The sort's key of the last article shown. */
  key: number
  /** Its row id, which decides among equal keys. */
  id: number
  /** Where the window begins, in seconds since 1970, so that it stays put while someone scrolls; null without one. */
  since: number | null
}

export type DecodedCursor =
  { ok: true; position: FeedPosition } | { ok: false; problem: FeedProblem }

/**
 * Writes a position as an opaque text that needs no escaping in a URL. It
 * carries what it belongs to, the filter and the rank profile, as short hashes.
 *
 * @param profile version of the rank profile that the order was made with
 */
export function encodeCursor(
  { key, id, since }: FeedPosition,
  filter: FeedFilter,
  profile: string = RANK_PROFILE.version,
): string {
  return [shortHash(profile), shortHash(feedQuery(filter)), ...[key, id, since].map(write)].join(
    '.',
  )
}

/**
 * Reads a cursor; never throws, whatever the text.
 *
 * @returns the position, or what is wrong: a made-up cursor, one of another
 *   feed, or one of an order that has since been changed
 */
export function decodeCursor(
  cursor: string,
  filter: FeedFilter,
  profile: string = RANK_PROFILE.version,
): DecodedCursor {
  const [madeWith, madeFor, ...rest] = cursor.split('.')
  const [key, id, since] = rest.map(read)
  const complete = rest.length === 3 && key != null && id != null && since !== undefined
  if (!complete) return refuse(cursor, 'a nextCursor of this feed, unchanged')
  if (madeFor !== shortHash(feedQuery(filter))) {
    return refuse(cursor, 'a cursor of this very feed; this one belongs to another')
  }
  if (madeWith !== shortHash(profile)) {
    return refuse(
      cursor,
      'a cursor of the present order; the ranking has changed since, start again',
    )
  }
  return { ok: true, position: { key, id, since } }
}

function refuse(found: string, expected: string): DecodedCursor {
  return { ok: false, problem: { parameter: 'cursor', found, expected } }
}

function write(value: number | null): string {
  return value === null ? '' : value.toString(36)
}

/** An integer in base 36, null for none, undefined for anything else. */
function read(text: string): number | null | undefined {
  if (text === '') return null
  const value = parseInt(text, 36)
  return Number.isSafeInteger(value) && write(value) === text ? value : undefined
}

/** FNV-1a, 32 bits: tells feeds apart, protects nothing. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  }
  return hash.toString(36)
}
