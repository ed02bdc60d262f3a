/** Why a document, or one of its fields, was refused. */
export interface Problem {
  /** The file as it was named to the import. */
  file: string
  /** Counted from 1; 0 when the file as a whole is meant. */
  line: number
  /** Such as `related[2].webUrl`; empty when no field is meant. */
  field: string
  found: string
  expected: string
  /** What to do about it, a sentence. */
  advice: string
}

/** One line for a person: `file:line: field: found X, expected Y. What to do.` */
export function formatProblem({ file, line, field, found, expected, advice }: Problem): string {
  const place = line > 0 ? `${file}:${line}` : file
  return `${place}: ${field ? `${field}: ` : ''}found ${found}, expected ${expected}. ${advice}`
}

/** How much of a value a message quotes, in characters. */
const QUOTED = 60

/** A value as a message names it: its kind and how it begins. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'an empty value'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'a group of fields'
  if (typeof value === 'number' || typeof value === 'boolean') {
    return `the ${typeof value} ${value}`
  }
  if (typeof value !== 'string') return `a ${typeof value}`
  const text = value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value
  return `the text ${JSON.stringify(text).replace(UNSEEN, escape)}`
}

/** Characters that a message would not show. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\u00A0\u2800]/gu

function escape(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`
}
