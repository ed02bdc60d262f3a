import { type Document, isMap, isScalar, parseDocument, Scalar, stringify } from 'yaml'
import type { JsonValue } from '@/lib/document'
import type { Edit } from './find-edits'
import { type FrontMatter, splitFrontMatter } from './split-front-matter'

/** Text to put in place of a part of the source. */
interface Splice {
  start: number
  end: number
  text: string
}

/** Older names under which a field may stand. */
const OLDER_NAMES: Record<string, string> = {
  originalUrl: 'sourceUrl',
  ampWebUrl: 'ampUrl',
  cdnAmpWebUrl: 'cdnAmpUrl',
}

/**
 * Sets fields in the text of a document and leaves every other character of
 * it as it is, so that what changed is what a diff shows.
 *
 * @param source the whole document, well-formed
 */
export function editSource(source: string, edits: Edit[]): string {
  const parts = splitFrontMatter(source)
  if (typeof parts === 'string') return source
  const document = parseDocument(parts.yaml, { logLevel: 'error' })
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  return edits
    .flatMap((edit) =>
      edit.field === 'body' ? spliceBody(parts, edit.to) : spliceField(document, parts, edit),
    )
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: added }) =>
        text.slice(0, start) + added.replaceAll('\n', lineEnd) + text.slice(end),
      source,
    )
}

function spliceBody({ body, bodyStart }: FrontMatter, to: JsonValue): Splice {
  const text = typeof to === 'string' ? to : ''
  const before = body.length - body.trimStart().length
  if (before === body.length)
    return { start: bodyStart, end: bodyStart + body.length, text: `\n${text}\n` }
  return { start: bodyStart + before, end: bodyStart + body.trimEnd().length, text }
}

function spliceField(document: Document, parts: FrontMatter, { field, from, to }: Edit): Splice[] {
  const name = nameIn(document, field)
  const leaves = changedLeaves([name], from, to)
  const splices = leaves?.map(({ path, value }) => spliceScalar(document, parts, path, value))
  // A shape that differs cannot be set value by value: the whole field is written anew.
  return splices?.every((splice) => splice !== null)
    ? splices
    : [splicePair(document, parts, name, to)]
}

function nameIn(document: Document, field: string): string {
  const older = OLDER_NAMES[field]
  return older && !document.get(field) && document.has(older) ? older : field
}

interface Leaf {
  path: (string | number)[]
  value: JsonValue
}

/** The values that differ between two of the same shape; null when the shapes differ. */
function changedLeaves(path: (string | number)[], from: JsonValue, to: JsonValue): Leaf[] | null {
  if (typeof from !== 'object' || from === null || typeof to !== 'object' || to === null) {
    return from === to ? [] : [{ path, value: to }]
  }
  if (Array.isArray(from) !== Array.isArray(to)) return null
  const [before, after] = [Object.entries(from), Object.entries(to)]
  if (before.length !== after.length) return null
  const leaves = before.map(([key, value], i) => {
    const [otherKey, other] = after[i] ?? []
    if (key !== otherKey || other === undefined) return null
    return changedLeaves([...path, Array.isArray(from) ? Number(key) : key], value, other)
  })
  return leaves.some((leaf) => leaf === null) ? null : leaves.flatMap((leaf) => leaf ?? [])
}

function spliceScalar(
  document: Document,
  { yamlStart }: FrontMatter,
  path: (string | number)[],
  value: JsonValue,
): Splice | null {
  const node = document.getIn(path, true)
  if (!isScalar(node) || !node.range || typeof value === 'object') return null
  const inline = node.type === 'PLAIN' || node.type?.startsWith('QUOTE') === true
  // Nothing stands after the colon, or the text runs over lines of its own.
  if (!inline || node.source === '') return null
  const written = new Scalar(value)
  written.type = node.type
  const text = stringify(written, { lineWidth: 0 }).trimEnd()
  return { start: yamlStart + node.range[0], end: yamlStart + node.range[1], text }
}

/** Replaces a field of the front matter, or adds it at its end. */
function splicePair(
  document: Document,
  { yaml, yamlStart }: FrontMatter,
  name: string,
  value: JsonValue,
): Splice {
  const text = stringify({ [name]: value }, { lineWidth: 0 })
  const pairs = isMap(document.contents) ? document.contents.items : []
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === name)
  const key = pair && isScalar(pair.key) ? pair.key.range : undefined
  if (!key) return { start: yamlStart + yaml.length, end: yamlStart + yaml.length, text }
  const next = pairs[pairs.findIndex((item) => item === pair) + 1]
  const limit = next && isScalar(next.key) ? (next.key.range?.[0] ?? yaml.length) : yaml.length
  const old = yaml.slice(key[0], limit).replace(/(?:\r?\n(?:[ \t]*#.*)?)+$/, '')
  return { start: yamlStart + key[0], end: yamlStart + key[0] + old.length, text: text.trimEnd() }
}
