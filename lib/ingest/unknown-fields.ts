import type { JsonObject, JsonValue } from '@/lib/document'
import type { RawDocument, RawImage, RawPiece } from './document-schema'

const PIECE_FIELDS = new Set([
  'category',
  'title',
  'excerpt',
  'publishedDateTime',
  'originalUrl',
  'webUrl',
  'ampWebUrl',
  'cdnAmpWebUrl',
  'sourceUrl',
  'ampUrl',
  'cdnAmpUrl',
  'type',
  'lang',
  'quality',
  'heat',
  'published',
  'secured',
  'provider',
  'topics',
  'images',
  'related',
])
const PROVIDER_FIELDS = new Set(['name', 'domain'])
const IMAGE_FIELDS = new Set(['url', 'width', 'height', 'isCached'])

function others(fields: object | null | undefined, known: ReadonlySet<string>) {
  return Object.entries(fields ?? {}).filter(([name]) => !known.has(name)) as [string, JsonValue][]
}

// `Object.fromEntries` defines its properties, so that a field named `__proto__` is only data.
function collect(entries: [string, JsonValue][]): JsonObject | null {
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/** The fields of a piece that Hotsheet does not know; those of its provider are under `provider`. */
export function extraOfPiece(piece: RawPiece): JsonObject | null {
  const provider = collect(others(piece.provider, PROVIDER_FIELDS))
  const entries = others(piece, PIECE_FIELDS)
  return collect(provider ? [...entries, ['provider', provider]] : entries)
}

/** The attributes of a picture that Hotsheet does not know. */
export function extraOfImage(image: RawImage): JsonObject | null {
  return collect(others(image, IMAGE_FIELDS))
}

function namesOf(piece: RawPiece): string[] {
  return [
    ...others(piece, PIECE_FIELDS).map(([name]) => name),
    ...others(piece.provider, PROVIDER_FIELDS).map(([name]) => `provider.${name}`),
    ...(piece.images ?? []).flatMap((image) =>
      others(image, IMAGE_FIELDS).map(([name]) => `images.${name}`),
    ),
  ]
}

/** The names of all fields of a document that Hotsheet does not know, each once, such as `provider.images`. */
export function unknownFields(document: RawDocument): string[] {
  const related = (document.related ?? []).flatMap((piece) => (piece ? namesOf(piece) : []))
  return [...new Set([...namesOf(document), ...related.map((name) => `related.${name}`)])]
}
