import { type Document, isNode, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { JsonObject } from '@/lib/document'
import { AliasError } from './alias-error'
import { fieldName } from './field-kind'
import { findLosses, type Loss } from './find-losses'
import type { FrontMatter } from './split-front-matter'
import type { Problem } from './problem'
import { resolveValues } from './resolve-values'

/** Levels of nesting; the format itself needs six. */
const MAX_DEPTH = 32

/** Front matter as data, with a way back to its lines. */
export interface ParsedYaml {
  value: JsonObject
  /** Sentences about parts of the source that YAML drops. */
  warnings: string[]
  /** The line of the source on which the field at a path begins; that of what holds it where it is missing. */
  lineOf(path: readonly PropertyKey[]): number
}

type YamlProblem = Omit<Problem, 'file'>

const ADVICE: Record<string, string> = {
  DUPLICATE_KEY: 'Keep one of the two lines.',
  UNEXPECTED_TOKEN:
    'Inside double quotes write \\" for a quote, or quote the text with single quotes.',
  MISSING_CHAR: 'Close the quotes or brackets that this line opens.',
  BAD_INDENT: 'Indent it with spaces, as the lines beside it.',
  TAB_AS_INDENT: 'Indent with spaces; YAML allows no tabs.',
  BAD_DQ_ESCAPE: 'Inside double quotes write \\\\ for a backslash.',
}

function syntaxProblem(
  error: YAMLError,
  lines: string[],
  line: number,
  firstLine: number,
): YamlProblem {
  const text = lines[line - 1]?.trim() ?? ''
  return {
    line: line - 1 + firstLine,
    field: /^(?:- +)?([\w.-]+):(?: |$)/.exec(text)?.[1] ?? '',
    found: text.length > 60 ? `${text.slice(0, 60)}…` : text || 'an empty line',
    expected: `valid YAML (${error.message.toLowerCase()})`,
    advice: ADVICE[error.code] ?? 'Put the text in single or double quotes.',
  }
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((item) => isDeeperThan(item, depth - 1))
}

/** Where an error is to be mended: for quotes that never close, where they open. */
function offsetOf(error: YAMLError, document: Document): number {
  let offset = error.pos[0]
  if (error.code !== 'MISSING_CHAR') return offset
  visit(document, {
    Scalar: (_, { range }) => {
      if (range && range[0] < error.pos[0] && range[1] >= error.pos[0]) offset = range[0]
    },
  })
  return offset
}

function wholeProblem(found: string, expected: string, advice: string): YamlProblem[] {
  return [{ line: 1, field: '', found, expected, advice }]
}

/** Like `parseDocument` of the library, with text for every scalar and only scalars for keys. */
function compose(yaml: string, counter: LineCounter): Document {
  return parseDocument(yaml, {
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'error',
  })
}

/** Reads front matter into data. Anything that is not plain, finite YAML is a problem, never an exception. */
export function parseYaml({ yaml, yamlLine }: FrontMatter): ParsedYaml | YamlProblem[] {
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line - 1 + yamlLine
  try {
    const document = compose(yaml, counter)
    const first = document.errors[0]
    // The parser catches its own overflow and reports it as a mistake of the document.
    if (first?.message.includes('call stack')) throw new RangeError(first.message)
    if (first) {
      const { line } = counter.linePos(offsetOf(first, document))
      return [syntaxProblem(first, yaml.split(/\r?\n/), line, yamlLine)]
    }
    return readDocument(yaml, document, counter, lineAt)
  } catch (error) {
    if (error instanceof AliasError) {
      const { offset, path, found, expected, advice } = error
      return [{ line: lineAt(offset), field: fieldName(path), found, expected, advice }]
    }
    if (!(error instanceof RangeError)) throw error
    return wholeProblem(
      'fields nested too deep',
      `at most ${MAX_DEPTH} levels`,
      'Write the values out plainly.',
    )
  }
}

function readDocument(
  yaml: string,
  document: Document,
  counter: LineCounter,
  lineAt: (offset: number) => number,
): ParsedYaml | YamlProblem[] {
  const resolved = resolveValues(document, (offset) => counter.linePos(offset).col - 1)
  const { value } = resolved
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wholeProblem(
      'no fields',
      'lines such as title: "…"',
      'Write the front matter as in seeds/.',
    )
  }
  if (isDeeperThan(value, MAX_DEPTH)) throw new RangeError('nested too deep')
  const losses = findLosses(yaml, resolved)
  const refused = losses.filter(({ isRefused }) => isRefused)
  if (refused.length > 0) return refused.map((loss) => lossProblem(loss, lineAt))
  return {
    value,
    warnings: [
      ...losses.map((loss) => lossWarning(loss, lineAt)),
      ...parserWarnings(document, lineAt),
    ],
    lineOf: (path) => lineAt(startOf(document, path)),
  }
}

function lossProblem(loss: Loss, lineAt: (offset: number) => number): YamlProblem {
  const { offset, path, found, advice } = loss
  const field = fieldName(path)
  return { line: lineAt(offset), field, found, expected: 'nothing that YAML drops', advice }
}

function lossWarning({ offset, path, found, advice }: Loss, lineAt: (offset: number) => number) {
  const field = path.length > 0 ? `${fieldName(path)}: ` : ''
  return `line ${lineAt(offset)}: ${field}found ${found}. ${advice}`
}

/** Warnings of the parser, without those about tags, which are losses. */
function parserWarnings({ warnings }: Document, lineAt: (offset: number) => number): string[] {
  return warnings
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map(({ pos, message }) => `line ${lineAt(pos[0])}: ${message.toLowerCase()}`)
}

function startOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return document.range?.[0] ?? 0
}
