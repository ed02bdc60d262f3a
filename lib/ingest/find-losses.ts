import { fieldKind } from './field-kind'
import { listRemarks, type Remark } from './list-remarks'
import type { Resolved } from './resolve-values'
import type { Path, Property, Spot } from './source-spots'

/** A part of the source that YAML leaves out of the values. */
export interface Loss {
  offset: number
  path: Path
  found: string
  advice: string
  /** Whether the document is refused; otherwise the curator is warned. */
  isRefused: boolean
}

const QUOTE = 'Put the whole text in quotes if this belongs to it.'
const UNWANTED = 'Remove it, or put it in quotes if it belongs to the text.'

/** A hashtag or a number; honest comments have a space after the `#`. */
const HASHTAG = /^#\S/

/** Tags of dates, numbers and flags, which such a field has anyway. */
const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp)$/
const TEXT_TAG = /^(?:!|tag:yaml\.org,2002:str)$/

/**
 * Finds everything that the author may have meant as text and that YAML drops: comments
 * after unquoted text, tags, anchors without an alias, directives, empty block scalars.
 * Comments on lines of their own, and after quoted text, numbers and dates, are not reported.
 */
export function findLosses(yaml: string, { spots, tags, unusedAnchors }: Resolved): Loss[] {
  const inOrder = spots.toSorted((a, b) => a.start - b.start)
  return [
    ...listRemarks(yaml).flatMap((remark) => lossOfRemark(yaml, remark, inOrder) ?? []),
    ...tags.flatMap((tag) => lossOfTag(tag) ?? []),
    ...unusedAnchors.map(lossOfAnchor),
    ...spots.flatMap((spot) => lossInScalar(spot) ?? []),
  ].sort((a, b) => a.offset - b.offset)
}

function lossOfTag({ text, style, path, offset }: Property): Loss | null {
  const kind = fieldKind(path)
  if (kind === 'syntax' && CORE_TAG.test(text)) return null
  const found = `"${text.replace('tag:yaml.org,2002:', '!!')}", which YAML reads as a tag`
  // Older serialisers write `! "text"`.
  const isWhole = style === 'collection' || (style !== 'plain' && TEXT_TAG.test(text))
  return { offset, path, found, advice: UNWANTED, isRefused: kind === 'words' && !isWhole }
}

function lossOfAnchor({ text, style, path, offset }: Property): Loss {
  const isRefused = fieldKind(path) === 'words' && style !== 'collection'
  const found = `"&${text}", which YAML reads as an anchor`
  return { offset, path, found, advice: UNWANTED, isRefused }
}

function lossInScalar({ path, role, start, style, value, isMended }: Spot): Loss | null {
  const loss = { offset: start, path, isRefused: false }
  if (role === 'key' && style === 'plain' && path.at(-1) === '')
    return { ...loss, found: 'a colon without a name before it', advice: QUOTE, isRefused: true }
  if (isMended) {
    const found = 'half a character or NUL, shown as \uFFFD'
    return { ...loss, found, advice: 'Write the character itself.' }
  }
  if (style !== 'block' || typeof value !== 'string' || value.trim() !== '') return null
  return { ...loss, found: 'a block of text without any text', advice: QUOTE }
}

function lossOfRemark(yaml: string, remark: Remark, spots: Spot[]): Loss | null {
  const { type, offset, text } = remark
  if (type !== 'comment') {
    const found = `"${text}", which YAML reads as a ${type}`
    return { offset, path: [], found, advice: UNWANTED, isRefused: false }
  }
  const index = lastBefore(spots, offset)
  const spot = spots[index]
  const fate = fateOfComment(yaml, remark, spot, spots[index + 1])
  if (fate === 'fine') return null
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  const found = `${JSON.stringify(shown)}, which YAML reads as a comment`
  return { offset, path: spot?.path ?? [], found, advice: QUOTE, isRefused: fate === 'refused' }
}

/** Index of the last scalar that begins at or before an offset; -1 for none. */
function lastBefore(spots: Spot[], offset: number): number {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spots[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

type Fate = 'fine' | 'warned' | 'refused'

function fateOfComment(
  yaml: string,
  { offset, text, isInFlow }: Remark,
  spot: Spot | undefined,
  next: Spot | undefined,
): Fate {
  const lineStart = yaml.lastIndexOf('\n', offset - 1) + 1
  const before = yaml.slice(lineStart, offset)
  const isHashtag = HASHTAG.test(text)
  const isOfWords = spot !== undefined && fieldKind(spot.path) === 'words'
  if (isInFlow) return isHashtag && isOfWords ? 'refused' : 'warned'
  if (before.trim() === '') {
    return spot && continuesText(spot, before.length, yaml.slice(spot.end, offset))
      ? 'warned'
      : 'fine'
  }
  const isClosed = spot && spot.end <= offset && /[\]}]/.test(yaml.slice(spot.end, offset))
  const isText = spot && spot.role === 'value' && (spot.style === 'plain' || spot.style === 'block')
  if (next?.role === 'value' && isBlank(yaml.slice(offset, next.start)))
    return fateBesideText(next, isHashtag)
  // After a dash, the name of a group or list, a bracket or a quote: the value is whole without it.
  if (!isText || isClosed || spot.end < lineStart) return isHashtag ? 'warned' : 'fine'
  return fateBesideText(spot, isHashtag)
}

function fateBesideText({ path, value }: Spot, isHashtag: boolean): Fate {
  const kind = fieldKind(path)
  if (kind === 'words') return isHashtag ? 'refused' : 'warned'
  if (kind === 'syntax') return value === null && isHashtag ? 'warned' : 'fine'
  return isHashtag || typeof value === 'string' || value === null ? 'warned' : 'fine'
}

/** Whether a line at this column looks as if it continued unquoted text. */
function continuesText(spot: Spot, column: number, between: string): boolean {
  return (
    spot.role === 'value' &&
    (spot.style === 'plain' || spot.style === 'block') &&
    fieldKind(spot.path) !== 'syntax' &&
    column > spot.indent &&
    isBlank(between)
  )
}

/** Whether a part of the source holds only white space and comments. */
function isBlank(yaml: string): boolean {
  return yaml.replace(/#[^\n]*/g, '').trim() === ''
}
