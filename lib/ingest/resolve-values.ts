import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { JsonValue } from '@/lib/document'
import { AliasError } from './alias-error'
import { mend, plainValue, styleOf } from './scalar-value'
import type { Path, Property, Spot } from './source-spots'

/** Aliases that a document may resolve: a handful is a convenience, thousands are an attack. */
const MAX_ALIASES = 100
/** Characters and nodes with every alias replaced by its value: twice MAX_DOCUMENT_BYTES, which no document without aliases can exceed. */
const MAX_EXPANDED_SIZE = 4 * 1024 * 1024

/** Values of a document, and what its source holds besides them. */
export interface Resolved {
  value: JsonValue
  /** In the order of the source. */
  spots: Spot[]
  tags: Property[]
  /** Anchors that no alias refers to. */
  unusedAnchors: Property[]
}

interface Anchor extends Property {
  value: JsonValue
  /** Characters and nodes of its value. */
  size: number
  /** Aliases that its value resolves. */
  aliases: number
  isUsed: boolean
}

interface State extends Resolved {
  columnOf: (offset: number) => number
  anchors: Map<string, Anchor>
  allAnchors: Anchor[]
  size: number
  aliases: number
}

/**
 * Resolves the nodes of a document, read with the failsafe schema. A plain scalar becomes a number,
 * a boolean or null only where JSON writes that value with the same characters, so that
 * `String(value)` returns the source: `12` is a number; `007`, `1e3`, `-0`, `.nan` and `True` are text.
 * An empty scalar and `~` are null as well. Items of `topics` are text whenever something is written.
 *
 * @param columnOf column of an offset, from 0
 * @throws AliasError; RangeError when the call stack is exhausted
 */
export function resolveValues(document: Document, columnOf: (offset: number) => number): Resolved {
  const state: State = {
    value: null,
    spots: [],
    tags: [],
    unusedAnchors: [],
    columnOf,
    anchors: new Map(),
    allAnchors: [],
    size: 0,
    aliases: 0,
  }
  const value = resolveNode(state, document.contents, [], -1)
  const unusedAnchors = state.allAnchors.filter(({ isUsed }) => !isUsed)
  return { value, spots: state.spots, tags: state.tags, unusedAnchors }
}

function resolveNode(state: State, node: unknown, path: Path, indent: number): JsonValue {
  if (isAlias(node)) return resolveAlias(state, node, path, indent)
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null
  const { size, aliases } = state
  state.size += 1
  const style: Property['style'] = isScalar(node) ? styleOf(node) : 'collection'
  const property = { path, offset: node.range?.[0] ?? 0, style }
  if (node.tag) state.tags.push({ ...property, text: node.tag })
  const value = isScalar(node)
    ? resolveScalar(state, node, { path, indent, role: 'value' })
    : isMap(node)
      ? resolveMap(state, node, path)
      : resolveSeq(state, node, path)
  if (node.anchor) {
    const anchor = {
      ...property,
      text: node.anchor,
      value,
      size: state.size - size,
      aliases: state.aliases - aliases,
      isUsed: false,
    }
    state.anchors.set(node.anchor, anchor)
    state.allAnchors.push(anchor)
  }
  return value
}

function resolveMap(state: State, map: YAMLMap, path: Path): JsonValue {
  // `Object.fromEntries` defines its properties, so that a field named `__proto__` is only data.
  return Object.fromEntries(
    map.items.map(({ key, value }) => {
      // Keys are scalars: the parser is asked to refuse others.
      const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0
      const indent = map.flow ? Infinity : state.columnOf(offset)
      const name = isScalar(key) ? mend(String(key.value)) : ''
      const inner = [...path, name]
      if (isScalar(key)) {
        const property = { path: inner, offset, style: styleOf(key) }
        if (key.tag) state.tags.push({ ...property, text: key.tag })
        resolveScalar(state, key, { path: inner, indent, role: 'key' })
      }
      return [name, resolveNode(state, value, inner, indent)]
    }),
  )
}

function resolveSeq(state: State, seq: YAMLSeq, path: Path): JsonValue {
  const indent = seq.flow ? Infinity : state.columnOf(seq.range?.[0] ?? 0)
  return seq.items.map((item, index) => resolveNode(state, item, [...path, index], indent))
}

function resolveScalar(
  state: State,
  node: Scalar,
  place: Pick<Spot, 'path' | 'indent' | 'role'>,
): JsonValue {
  const text = String(node.value)
  const style = styleOf(node)
  const mended = mend(text)
  const isName = place.path.at(-2) === 'topics' && text !== ''
  const value = style === 'plain' && !isName ? plainValue(mended) : mended
  const [start, end] = node.range ?? [0, 0]
  state.spots.push({ ...place, style, start, end, value, isMended: mended !== text })
  state.size += text.length
  return value
}

function resolveAlias(state: State, alias: Alias, path: Path, indent: number): JsonValue {
  const [start, end] = alias.range ?? [0, 0]
  const anchor = state.anchors.get(alias.source)
  if (!anchor) {
    throw new AliasError(
      start,
      path,
      `*${alias.source}, which YAML reads as an alias`,
      `the anchor &${alias.source} before it`,
      'Put text that begins with a star in quotes.',
    )
  }
  anchor.isUsed = true
  state.aliases += 1 + anchor.aliases
  state.size += anchor.size
  const advice = 'Write the values out plainly.'
  if (state.aliases > MAX_ALIASES)
    throw new AliasError(start, path, 'too many aliases', `at most ${MAX_ALIASES}`, advice)
  if (state.size > MAX_EXPANDED_SIZE) {
    const expected = `at most ${MAX_EXPANDED_SIZE} characters with every alias replaced by its value`
    throw new AliasError(start, path, 'aliases that repeat too much text', expected, advice)
  }
  const { value } = anchor
  state.spots.push({
    path,
    role: 'value',
    style: 'alias',
    start,
    end,
    indent,
    value,
    isMended: false,
  })
  return value
}
