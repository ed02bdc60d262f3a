import { dayOf } from '@/lib/days'
import type { Prisma } from '@/lib/db/generated/client'
import { BLENDS, type Blend } from '@/lib/feed-filter'
import { blendProfile, rankOf, type RankInput } from '@/lib/rank'
import { ALL_STORIES } from '@/lib/store/feed-set'

/** Stands for a missing score in the keys of feeds: far below every real one. */
export const NO_SCORE = -1_000_000

/** Columns that say whether and when readers may see an article. */
const embargo = {
  published: true,
  publishedAt: true,
  documents: { select: { name: true } },
} satisfies Prisma.ArticleSelect
type Embargoed = Prisma.ArticleGetPayload<{ select: typeof embargo }>

/** What an article's places in the feeds follow from. */
export const origin = {
  id: true,
  publishedAt: true,
  quality: true,
  heat: true,
  published: true,
  hasDocument: true,
  heldUntil: true,
  listed: true,
  rank: true,
  relatedCount: true,
  topics: { select: { topicId: true, name: true } },
  entries: { omit: { articleId: true } },
  related: { select: { piece: { select: { ...embargo, providerId: true } } } },
  leads: { select: { lead: { select: { ...embargo, heat: true } } } },
  documents: { select: { name: true } },
} satisfies Prisma.ArticleSelect
export type Origin = Prisma.ArticleGetPayload<{ select: typeof origin }>
export type Entry = Omit<Prisma.FeedEntryGetPayload<object>, 'articleId'>

/** What follows from an article, its pieces and its leads. */
export interface Derived {
  id: number
  hasDocument: boolean
  /** Publication date that lies in the future; null for none. */
  heldUntil: Date | null
  listed: boolean
  rank: bigint
  relatedCount: number
  entries: Entry[]
}

/**
 * Works out what follows from an article and its neighbours.
 *
 * @param now documents whose publication date lies after it are held until then
 */
export function derive(article: Origin, now: Date): Derived {
  const { id, quality, heat } = article
  if (article.documents.length === 0) {
    const nothing = { heldUntil: null, listed: false, rank: 0n, relatedCount: 0, entries: [] }
    return { id, hasDocument: false, ...nothing }
  }
  const visible = article.related.map(({ piece }) => piece).filter((piece) => isVisible(piece, now))
  const providers = new Set(visible.flatMap(({ providerId }) => providerId ?? []))
  const ranked = { ...article, reportedBy: providers.size }
  const rank = rankOf(ranked)
  const keys = {
    ...blendKeys(ranked),
    latest: BigInt(rank.published),
    heat: heat ?? NO_SCORE,
    quality: quality ?? NO_SCORE,
    day: dayOf(rank.published),
  }
  const listed = isVisible(article, now) && !isToldUnderLead(article, now)
  const feeds = listed ? [ALL_STORIES, ...article.topics.map(({ topicId }) => topicId)] : []
  return {
    id,
    hasDocument: true,
    heldUntil: isHeld(article, now) ? article.publishedAt : null,
    listed,
    rank: keys.top,
    relatedCount: visible.length,
    entries: feeds.map((topicId) => ({ topicId, ...keys })),
  }
}

/** Ranks at every stop between heat and quality, `top` among them. */
export function blendKeys(input: RankInput): Record<Blend, bigint> {
  const keys = BLENDS.map((blend) => [blend, BigInt(rankOf(input, blendProfile(blend)).total)])
  return Object.fromEntries(keys) as Record<Blend, bigint>
}

/** Only documents are held: a piece that others report is published elsewhere, whatever its date says. */
function isHeld({ published, publishedAt, documents }: Embargoed, now: Date): boolean {
  return published && documents.length > 0 && publishedAt > now
}

function isVisible(article: Embargoed, now: Date): boolean {
  return article.published && !isHeld(article, now)
}

/** A negative heat marks a piece that is not the lead of its story; without such a lead it stands for itself. */
function isToldUnderLead({ heat, leads }: Origin, now: Date): boolean {
  if (heat === null || heat >= 0) return false
  return leads.some(
    ({ lead }) =>
      isVisible(lead, now) && lead.documents.length > 0 && (lead.heat === null || lead.heat >= 0),
  )
}
