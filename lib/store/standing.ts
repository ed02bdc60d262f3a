import { toPublished } from '@/lib/calendar-day'
import type { Database } from '@/lib/db/client'
import type { Standing } from '@/lib/explain-place'
import { isBlend, type FeedFilter } from '@/lib/feed-filter'
import { blendProfile, rankOf } from '@/lib/rank'
import { parseSearchQuery } from '@/lib/search/search-query'
import { windowStart } from './feed-set'
import { rankInputOf, rankedBy } from './rank-inputs'
import { TITLE_LIFT } from './search/find-matches'
import { asksForWords } from './search/match'
import { hasAllInTitle, isToldByTitle } from './search/title-match'
import { VISIBLE } from './visible'

/**
 * What an article's place in a feed follows from, whether or not the feed lists it.
 *
 * @returns null for an article that has no page
 */
export async function findStanding(
  database: Database,
  publicId: string,
  filter: FeedFilter,
): Promise<Standing | null> {
  const article = await database.article.findFirst({
    where: { publicId, ...VISIBLE, hasDocument: true },
    select: { title: true, publishedDay: true, ...rankedBy },
  })
  if (!article) return null
  const { sort } = filter
  const { quality, heat, publishedAt, publishedDay } = article
  return {
    ...{ sort, quality, heat },
    publishedAt: toPublished(publishedAt, publishedDay),
    rank: rankOf(rankInputOf(article), blendProfile(isBlend(sort) ? sort : 'top')),
    since: await windowStart(database, filter),
    titleLift: sort === 'relevance' ? titleLiftOf(article.title, filter.q) : 0,
  }
}

function titleLiftOf(title: string, q: string): number | null {
  const { clauses } = parseSearchQuery(q)
  if (!asksForWords(clauses)) return 0
  if (!isToldByTitle(clauses)) return null
  return hasAllInTitle(title, clauses) ? TITLE_LIFT : 0
}
