import { type Document, isNode, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { FrontMatter } from './split-front-matter'
import type { Problem } from './problem'

/** Aliases that a document may resolve: a handful is a convenience, thousands are an attack. */
const MAX_ALIASES = 100
/** Levels of nesting; the format itself needs six. */
const MAX_DEPTH = 32

/** Front matter as data, with a way back to its lines. */
export interface ParsedYaml {
  document: Document
  value: Record<string, unknown>
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

function toValue(document: Document): Record<string, unknown> | YamlProblem[] {
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wholeProblem(
      'no fields',
      'lines such as title: "…"',
      'Write the front matter as in seeds/.',
    )
  }
  if (isDeeperThan(value, MAX_DEPTH)) throw new RangeError('nested too deep')
  return value as Record<string, unknown>
}

/** Reads front matter into data. Anything that is not plain, finite YAML is a problem, never an exception. */
export function parseYaml({ yaml, yamlLine }: FrontMatter): ParsedYaml | YamlProblem[] {
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line - 1 + yamlLine
  try {
    const document = parseDocument(yaml, {
      lineCounter: counter,
      prettyErrors: false,
      logLevel: 'error',
    })
    const first = document.errors[0]
    // The parser catches its own overflow and reports it as a mistake of the document.
    if (first?.message.includes('call stack')) throw new RangeError(first.message)
    if (first) {
      const { line } = counter.linePos(offsetOf(first, document))
      return [syntaxProblem(first, yaml.split(/\r?\n/), line, yamlLine)]
    }
    const value = toValue(document)
    if (Array.isArray(value)) return value
    return { document, value, lineOf: (path) => lineAt(startOf(document, path)) }
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error
    return wholeProblem(
      error instanceof RangeError ? 'fields nested too deep' : 'too many or unknown aliases',
      `at most ${MAX_DEPTH} levels and ${MAX_ALIASES} aliases`,
      'Write the values out plainly.',
    )
  }
}

function startOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return document.range?.[0] ?? 0
}
