import { isCalendarDay } from '@/lib/calendar-day'
import { canonicalUrl } from '@/lib/canonical-url'
import type {
  DocumentContent,
  ImageContent,
  PieceContent,
  ProviderContent,
  TopicContent,
} from '@/lib/document'
import { topicName, topicSlug } from '@/lib/topic-slug'
import { parsePictureAddress, parseWebAddress } from '@/lib/web-address'
import { cleanLine, cleanText } from './clean-text'
import type { RawDocument, RawImage, RawPiece } from './document-schema'
import { parseDate } from './parse-date'
import { parseLanguage } from './parse-language'
import { describeValue } from './problem'
import { extraOfImage, extraOfPiece } from './unknown-fields'

/** What a document's fields alone do not tell. */
interface Context {
  name: string
  /** Calendar days are their midnight (UTC). */
  publishedAt: Date
  publishedDay: boolean
  body: string
}

/**
 * A document's validated fields in the one shape that is stored.
 *
 * @param warnings what the curator should know is added to it
 */
export function toContent(raw: RawDocument, context: Context, warnings: string[]): DocumentContent {
  const identity = identityOf(raw) ?? `document:${context.name}`
  warnAboutLanguage(raw, 'lang', warnings)
  warnAboutTopics(raw, warnings)
  const own = toPiece(raw, identity, raw.title, context)
  const body = context.body.replaceAll('\r\n', '\n').trim() || null
  return { ...own, body, related: toRelated(raw, own, warnings) }
}

function toRelated(raw: RawDocument, lead: PieceContent, warnings: string[]): PieceContent[] {
  const pieces = new Map<string, PieceContent>()
  for (const [index, piece] of (raw.related ?? []).entries()) {
    if (!piece) continue
    const identity = identityOf(piece)
    if (!identity || !cleanLine(piece.title)) {
      warnings.push(`related[${index}] has no ${identity ? 'title' : 'address'}: kept, not shown`)
      continue
    }
    if (identity === lead.canonicalUrl || pieces.has(identity)) continue
    warnAboutLanguage(piece, `related[${index}].lang`, warnings)
    const date = dateOf(piece.publishedDateTime) ?? lead
    pieces.set(identity, toPiece(piece, identity, piece.title ?? '', date))
  }
  return [...pieces.values()]
}

type PublicationDate = Pick<PieceContent, 'publishedAt' | 'publishedDay'>

/** Reads a publication date; null where none is given. */
export function dateOf(text: string | null | undefined): PublicationDate | null {
  const publishedAt = parseDate(text ?? '')
  return publishedAt && { publishedAt, publishedDay: isCalendarDay((text ?? '').trim()) }
}

function toPiece(
  raw: RawPiece,
  identity: string,
  title: string,
  { publishedAt, publishedDay }: PublicationDate,
): PieceContent {
  return {
    canonicalUrl: identity,
    category: trimmed(raw.category),
    title: cleanLine(title) ?? title.trim(),
    excerpt: cleanText(raw.excerpt),
    publishedAt,
    publishedDay,
    ...addressesOf(raw),
    type: trimmed(raw.type) ?? 'article',
    lang: parseLanguage(raw.lang),
    quality: raw.quality ?? null,
    heat: raw.heat ?? null,
    // A document that does not say so is published, as in Jekyll.
    published: raw.published ?? true,
    body: null,
    secured: raw.secured ?? null,
    extra: extraOfPiece(raw),
    provider: toProvider(raw.provider),
    images: (raw.images ?? []).flatMap((image) => (image ? toImage(image) : [])),
    topics: toTopics(raw.topics ?? []),
  }
}

function warnAboutTopics({ topics }: RawPiece, warnings: string[]): void {
  for (const raw of topics ?? []) {
    if (!cleanLine(raw) || topicName(cleanLine(raw) ?? '') !== '') continue
    warnings.push(`topics: found ${describeValue(raw)}, expected a name: left out`)
  }
}

function warnAboutLanguage({ lang }: RawPiece, field: string, warnings: string[]): void {
  if (lang == null || parseLanguage(lang) !== null) return
  const found = describeValue(lang)
  warnings.push(`${field}: found ${found}, expected a language such as de or pt-BR: kept, not used`)
}

function trimmed(text: string | null | undefined): string | null {
  return text?.trim() || null
}

function addressesOf(raw: RawPiece) {
  const read = (...texts: (string | null | undefined)[]) =>
    texts.map((text) => parseWebAddress(text ?? '')).find((address) => address !== null) ?? null
  return {
    originalUrl: read(raw.originalUrl, raw.sourceUrl),
    webUrl: read(raw.webUrl),
    ampWebUrl: read(raw.ampWebUrl, raw.ampUrl),
    cdnAmpWebUrl: read(raw.cdnAmpWebUrl, raw.cdnAmpUrl),
  }
}

function identityOf(raw: RawPiece): string | null {
  const { originalUrl, webUrl, ampWebUrl, cdnAmpWebUrl } = addressesOf(raw)
  const address = webUrl ?? originalUrl
  if (address) return canonicalUrl(address)
  const ampAddress = ampWebUrl ?? cdnAmpWebUrl
  return ampAddress ? canonicalUrl(ampAddress, { isAmp: true }) : null
}

function toProvider(raw: RawPiece['provider']): ProviderContent | null {
  const domain = trimmed(raw?.domain)
    ?.toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^www\./, '')
  const name = cleanLine(raw?.name) ?? domain
  return name ? { name, domain: domain ?? '' } : null
}

function toImage(raw: RawImage): ImageContent[] {
  const url = parsePictureAddress(raw.url ?? '')
  if (url === null) return []
  const { width, height, isCached } = raw
  return [
    {
      url,
      width: pixels(width),
      height: pixels(height),
      isCached: isCached ?? null,
      extra: extraOfImage(raw),
    },
  ]
}

/** Larger than any picture; what is outside is as good as unknown. */
const MAX_PIXELS = 100_000

function pixels(value: number | null | undefined): number | null {
  const size = Math.round(value ?? 0)
  return size > 0 && size <= MAX_PIXELS ? size : null
}

function toTopics(names: (string | null | undefined)[]): TopicContent[] {
  const topics = new Map<string, TopicContent>()
  for (const raw of names) {
    const name = topicName(cleanLine(raw) ?? '')
    if (!name) continue
    const slug = topicSlug(name)
    if (!topics.has(slug)) topics.set(slug, { slug, name })
  }
  return [...topics.values()]
}
