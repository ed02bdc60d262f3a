import { isDeepStrictEqual } from 'node:util'
import { toPublished } from '@/lib/calendar-day'
import type { DocumentContent, JsonObject, JsonValue } from '@/lib/document'
import type { CuratedArticle } from '@/lib/store/curated-documents'
import { parsePictureAddress, parseWebAddress } from '@/lib/web-address'
import { cleanText } from './clean-text'

/** A field of a document that was changed in the store: how the document has it, and how the store does. */
export interface Edit {
  /** Its name in the front matter; `body` for what follows that. */
  field: string
  from: JsonValue
  to: JsonValue
}

type Fields = Record<string, JsonValue>

/**
 * Finds the fields in which a stored article is no longer what its document
 * says, because someone changed the article itself.
 */
export function findEdits(content: DocumentContent, article: CuratedArticle): Edit[] {
  const from = fieldsOf(content)
  const to = storedFields(article)
  return Object.keys(from)
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }))
    .filter((edit) => !isDeepStrictEqual(edit.from, edit.to))
}

function fieldsOf(content: DocumentContent): Fields {
  return {
    ...scalars(content),
    provider: content.provider && { ...content.provider, ...providerExtra(content.extra) },
    topics: content.topics.map(({ name }) => encodeText(name)),
    images: content.images.map(({ extra, ...image }) => ({ ...image, ...extra })),
  }
}

function storedFields(article: CuratedArticle): Fields {
  const { provider, topics, images } = article
  return {
    ...scalars(article),
    provider: provider && {
      name: provider.name,
      domain: provider.domain,
      ...providerExtra(article.extra),
    },
    // A topic filed by hand has no spelling of its own.
    topics: topics.map(({ name, topic }) => encodeText(name || topic.name)),
    images: images.map(({ url, width, height, isCached, extra }) => ({
      url: parsePictureAddress(url) ?? url,
      width,
      height,
      isCached,
      ...objectOf(extra),
    })),
  }
}

function scalars(
  piece: Omit<
    DocumentContent,
    'extra' | 'related' | 'provider' | 'images' | 'topics' | 'canonicalUrl'
  >,
): Fields {
  return {
    category: piece.category,
    title: encodeText(piece.title),
    excerpt: piece.excerpt && encodeText(piece.excerpt),
    publishedDateTime: toPublished(piece.publishedAt, piece.publishedDay).replace('.000Z', 'Z'),
    originalUrl: spelledAddress(piece.originalUrl),
    webUrl: spelledAddress(piece.webUrl),
    ampWebUrl: spelledAddress(piece.ampWebUrl),
    cdnAmpWebUrl: spelledAddress(piece.cdnAmpWebUrl),
    type: piece.type,
    lang: piece.lang,
    quality: piece.quality,
    heat: piece.heat,
    published: piece.published,
    secured: piece.secured,
    body: piece.body,
  }
}

/** An address as the importer stores it; older versions stored what the document says. */
function spelledAddress(address: string | null): string | null {
  return parseWebAddress(address ?? '') ?? address
}

/** Text that is read as `text` again, even if it holds what looks like a character reference. */
function encodeText(text: string): string {
  return cleanText(text) === text ? text : text.replaceAll('&', '&amp;')
}

function providerExtra(extra: unknown): JsonObject {
  return objectOf(objectOf(extra).provider)
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
