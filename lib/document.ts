/** What JSON can say: fields that Hotsheet does not know are kept as this. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
export interface JsonObject {
  [key: string]: JsonValue
}

/** Who published a piece, as its document says. */
export interface ProviderContent {
  name: string
  /** Lower-case host name without `www.`; empty when the document gives none. */
  domain: string
}

/** A topic as one document spells it; the slug is its identity. */
export interface TopicContent {
  slug: string
  name: string
}

/** A picture as its document gives it. Sizes are whole pixels above 0, null where they are not known. */
export interface ImageContent {
  url: string
  width: number | null
  height: number | null
  isCached: boolean | null
  extra: JsonObject | null
}

/** One piece as a document describes it: the document's own article, or one of its related pieces. */
export interface PieceContent {
  /** Its identity: `canonicalUrl()` of its address, or `document:<file name>` where there is none. */
  canonicalUrl: string
  category: string | null
  /** Plain text, entities decoded. */
  title: string
  excerpt: string | null
  /** A calendar day is its midnight (UTC). */
  publishedAt: Date
  /** Whether the document names a calendar day and no time. */
  publishedDay: boolean
  originalUrl: string | null
  webUrl: string | null
  ampWebUrl: string | null
  cdnAmpWebUrl: string | null
  type: string
  /** Language of its own text, a tag of BCP 47 in canonical form; null where the document does not say. */
  lang: string | null
  /** Raw signed scores. */
  quality: number | null
  heat: number | null
  published: boolean
  /** Markdown, untrusted. */
  body: string | null
  /** Opaque ciphertext. */
  secured: string | null
  /** Fields that Hotsheet does not know; those of the provider are under `provider`. */
  extra: JsonObject | null
  provider: ProviderContent | null
  images: ImageContent[]
  /** In the document's order, without doubles. */
  topics: TopicContent[]
}

/** A curated document: an article and the other coverage of its story. */
export interface DocumentContent extends PieceContent {
  /** In the curator's order; distinct, with an address, and never the article itself. */
  related: PieceContent[]
}

/** What decides which of the documents of one article is shown. */
export interface OrderedDocument {
  name: string
  /** Grows with each import. */
  importOrder: number
  content: DocumentContent
}

/**
 * Of several documents of one article the last is shown.
 *
 * @returns negative when `a` is the earlier one, by import, then by date, then by name
 */
export function compareDocuments(a: OrderedDocument, b: OrderedDocument): number {
  return a.importOrder - b.importOrder || compareWithinImport(a, b)
}

/** Compares documents that came with the same import, by date, then by name. */
export function compareWithinImport(
  a: Omit<OrderedDocument, 'importOrder'>,
  b: Omit<OrderedDocument, 'importOrder'>,
): number {
  const age = a.content.publishedAt.getTime() - b.content.publishedAt.getTime()
  if (age !== 0) return age
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
