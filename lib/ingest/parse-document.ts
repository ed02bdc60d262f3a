import type { DocumentContent } from '@/lib/document'
import { EXPECTATIONS, type Expectation, documentSchema } from './document-schema'
import { warnAboutDates } from './doubtful-dates'
import { fieldName } from './field-kind'
import { dayOfName } from './parse-date'
import { parseYaml, type ParsedYaml } from './parse-yaml'
import { describeValue, type Problem } from './problem'
import { type FrontMatter, splitFrontMatter } from './split-front-matter'
import { dateOf, toContent } from './to-content'
import { unknownFields } from './unknown-fields'

/** The largest document that is read, in bytes; the largest known real one has 94,000. */
export const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024

/** A document read, or why it was refused. */
export type ParseResult =
  | { ok: true; content: DocumentContent; unknown: string[]; warnings: string[] }
  | { ok: false; problems: Problem[] }

const NO_FRONT_MATTER = {
  opening: {
    line: 1,
    field: '',
    found: 'no front matter',
    expected: 'a first line of three dashes',
    advice: 'Begin the file with --- and close its fields with another line of ---.',
  },
  closing: {
    line: 1,
    field: '',
    found: 'front matter that never closes',
    expected: 'a second line of three dashes',
    advice: 'Add a line --- after the last field.',
  },
}

/**
 * Reads a curated document: front matter in YAML, then a body in Markdown.
 *
 * @param name the file's name without folders; its date stands in where the document has none
 * @param source the whole file as text
 * @param now to warn about dates that are far from it; null for no such warnings
 * @returns its content, or every problem found; it never throws on any text
 */
export function parseDocument(name: string, source: string, now: Date | null = null): ParseResult {
  const parts = splitFrontMatter(source)
  if (typeof parts === 'string') return refuse(name, [NO_FRONT_MATTER[parts]])
  if (source.includes('\0')) return refuse(name, [nulByte(source)])
  const yaml = parseYaml(parts)
  if (Array.isArray(yaml)) return refuse(name, yaml)
  return readFields(name, parts, yaml, now)
}

function refuse(file: string, problems: Omit<Problem, 'file'>[]): ParseResult {
  return { ok: false, problems: problems.map((problem) => ({ file, ...problem })) }
}

function nulByte(source: string): Omit<Problem, 'file'> {
  return {
    line: source.slice(0, source.indexOf('\0')).split('\n').length,
    field: '',
    found: 'a NUL byte',
    expected: 'text',
    advice: 'Save the file as plain UTF-8 text.',
  }
}

function readFields(
  name: string,
  parts: FrontMatter,
  yaml: ParsedYaml,
  now: Date | null,
): ParseResult {
  const parsed = documentSchema.safeParse(yaml.value)
  if (!parsed.success) {
    return refuse(
      name,
      parsed.error.issues.map(({ path, message }) => fieldProblem(yaml, path, message)),
    )
  }
  const raw = parsed.data
  const date = dateOf(raw.publishedDateTime) ?? dateOf(dayOfName(name))
  if (!date) return refuse(name, [noDate(name, yaml)])
  const warnings = [...yaml.warnings, ...earlyEndWarnings(parts)]
  if (!raw.publishedDateTime) warnings.push('no publishedDateTime: the date of its name is used')
  if (now) warnings.push(...warnAboutDates(raw, date.publishedAt, yaml, now))
  const content = toContent(raw, { name, ...date, body: parts.body }, warnings)
  return { ok: true, content, unknown: unknownFields(raw), warnings }
}

/** Warns where `...` ends the front matter although more fields and a line of dashes follow. */
function earlyEndWarnings({ yaml, yamlLine, mark, body }: FrontMatter): string[] {
  const hasFields = /^\s*[\w-]+:(?:\s|$)/.test(body) && /\n---[ \t]*(?:\r?\n|$)/.test(body)
  if (mark !== '...' || !hasFields) return []
  const line = yamlLine + yaml.split('\n').length - 1
  return [`line ${line}: "..." ends the front matter: the fields after it are part of the body`]
}

function noDate(name: string, yaml: ParsedYaml): Omit<Problem, 'file'> {
  const problem = fieldProblem(yaml, ['publishedDateTime'], 'date')
  const named = /^\d+-\d+-\d+/.exec(name)?.[0]
  return named === undefined ? problem : { ...problem, found: `${named} in the file's name` }
}

function fieldProblem(
  yaml: ParsedYaml,
  path: readonly PropertyKey[],
  message: string,
): Omit<Problem, 'file'> {
  const { expected, advice } = EXPECTATIONS[message as Expectation]
  const found = describeValue(valueAt(yaml.value, path))
  return { line: yaml.lineOf(path), field: fieldName(path), found, expected, advice }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((held, key) => {
    // A picture may be written as its address alone.
    if (typeof held !== 'object' || held === null) return held
    return (held as Record<PropertyKey, unknown>)[key]
  }, value)
}
