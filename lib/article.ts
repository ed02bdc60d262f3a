/** Who published a piece. */
export interface ProviderInfo {
  name: string
  /** Host name without `www.`; empty when no document gave one. */
  domain: string
}

/** A topic as readers see it. */
export interface TopicInfo {
  slug: string
  name: string
}

/** A picture of an article. Sizes are in pixels, null where no document gave them. */
export interface Picture {
  url: string
  width: number | null
  height: number | null
}

/** One other piece about a story, as it is nested under its lead. */
export interface RelatedPiece {
  title: string
  /** Language of its own text (BCP 47); null where no document says. */
  lang: string | null
  /** Where the piece itself is read; null when its document gave no address. */
  url: string | null
  /** Path of its own page here, when it is listed by itself; else null. */
  href: string | null
  provider: ProviderInfo | null
}

/** Parts of a text: from (included) to (excluded), in UTF-16 units, ascending, never overlapping. */
export type TextRanges = [from: number, to: number][]

/** An article as a feed shows it: nothing in it is hidden from readers. */
export interface ArticleSummary {
  /** Public id, stable across rebuilds of the database. */
  id: string
  /** Path of its page here. */
  href: string
  title: string
  excerpt: string | null
  /** article, video, podcast, … as the document says. */
  type: string
  /** Language of its own text (BCP 47); null where its document does not say. */
  lang: string | null
  /** ISO 8601: a moment in UTC, or a calendar day such as `2026-11-05` where its document gives no time. */
  publishedAt: string
  provider: ProviderInfo | null
  /** In the document's order. */
  topics: TopicInfo[]
  picture: Picture | null
  /** Raw signed scores; null where the document gives none. */
  heat: number | null
  quality: number | null
  /** How many other pieces about the story readers can see. */
  relatedCount: number
  /** The first of them, at most {@link NESTED_RELATED}, in the curator's order. */
  related: RelatedPiece[]
  /** What a search matched; missing where nothing was searched for. */
  marks?: { title: TextRanges; excerpt: TextRanges }
}

/** How many related pieces a feed nests under their lead. */
export const NESTED_RELATED = 2

/** A related piece with all that its lead's page shows. */
export interface RelatedDetail extends RelatedPiece {
  /** ISO 8601: a moment in UTC, or a calendar day where no time is known. */
  publishedAt: string
  /** The same: when it was reported. */
  reportedAt: string
  quality: number | null
  excerpt: string | null
  type: string
  picture: Picture | null
}

/** An article as its own page shows it. */
export interface ArticleDetail extends Omit<ArticleSummary, 'related' | 'marks'> {
  /** Where the piece is read: its `webUrl`, else `originalUrl`; null when neither is known. */
  url: string | null
  ampUrl: string | null
  category: string | null
  pictures: Picture[]
  /** Markdown, untrusted. */
  body: string | null
  related: RelatedDetail[]
  /** Why it stands where it stands in the top feed. */
  rank: RankTerms
}

/** The terms of a rank, in seconds; they add up to `total` exactly. */
export interface RankTerms {
  /** Seconds since 1970: when it was published; for a calendar day its midnight (UTC). */
  published: number
  quality: number
  buzz: number
  total: number
  /** How many others report the story, as the buzz counts them. */
  reportedBy: number
}

/** One page of a feed. */
export interface FeedPage {
  articles: ArticleSummary[]
  /** Opaque; null at the end. */
  nextCursor: string | null
}

/** A topic with how many listed stories it holds. */
export interface TopicCount extends TopicInfo {
  count: number
}

/**
 * What combining one more topic with the present selection would give: how
 * many stories each way, null where that is not known without counting them.
 */
export interface TopicChoice extends TopicInfo {
  and: number | null
  or: number | null
  not: number | null
}

/** What a reader may be about to search for, each list the likeliest first. */
export interface Suggestions {
  topics: TopicCount[]
  sources: ProviderInfo[]
  stories: Pick<ArticleSummary, 'title' | 'href'>[]
}
