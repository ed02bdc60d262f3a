import 'server-only'
import { decodeCursor } from '@/lib/cursor'
import { parseDay } from '@/lib/days'
import { decodeSegment, parseInternalFeedPath } from '@/lib/feed-url'
import { publicIdFrom } from '@/lib/slug'
import { findArticleHref } from '@/lib/store/articles'
import { findDayAfter, findDayBefore } from '@/lib/store/days'
import { readFrom } from '@/lib/store/read'
import { areTopicsKnown } from '@/lib/store/topics'

/** Whether the content has what a path names; an article under a title that it does not have is elsewhere. */
export type Place = 'known' | 'unknown' | { movedTo: string }

/**
 * Looks up what a path names. Nothing is cached: made-up names are without
 * end, and each look-up reads a row or two by their keys.
 *
 * @param path without a locale, such as `/topics/climate` or the internal `/feed/any%3Da%2Cb`
 * @returns `known` for a path of any other kind
 */
export async function findPlace(path: string): Promise<Place> {
  const [, kind, segment, ...deeper] = path.split('/')
  if (segment === undefined || segment === '' || deeper.length > 0) return 'known'
  const name = decodeSegment(segment)
  if (kind === 'articles') return findArticlePlace(name)
  if (kind === 'topics') return toPlace(await hasTopics([name]))
  if (kind === 'days') return toPlace(await isWithinDays(name))
  if (kind !== 'feed' && kind !== 'pick' && kind !== 'found') return 'known'
  return toPlace(await isFeed(segment))
}

function toPlace(isKnown: boolean): Place {
  return isKnown ? 'known' : 'unknown'
}

async function findArticlePlace(slug: string): Promise<Place> {
  const id = publicIdFrom(slug)
  const href = id && (await readFrom((database) => findArticleHref(database, id)))
  if (!href) return 'unknown'
  return href === `/articles/${slug}` ? 'known' : { movedTo: href }
}

async function isFeed(segment: string): Promise<boolean> {
  const parsed = parseInternalFeedPath(segment)
  if (!parsed.ok) return false
  const { filter, cursor } = parsed
  if (cursor !== null && !decodeCursor(cursor, filter).ok) return false
  return hasTopics([...filter.any, ...filter.all, ...filter.none])
}

async function hasTopics(slugs: string[]): Promise<boolean> {
  if (slugs.length === 0) return true
  return readFrom((database) => areTopicsKnown(database, slugs))
}

/** A day without stories has a page as long as there are stories before it and after it. */
async function isWithinDays(date: string): Promise<boolean> {
  const day = parseDay(date)
  if (day === null) return false
  const [before, after] = await Promise.all([
    readFrom((database) => findDayBefore(database, day + 1)),
    readFrom((database) => findDayAfter(database, day - 1)),
  ])
  return before !== null && after !== null
}
