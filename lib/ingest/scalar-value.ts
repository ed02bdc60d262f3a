import { Scalar } from 'yaml'
import type { JsonValue } from '@/lib/document'

export type ScalarStyle = 'plain' | 'quoted' | 'block'

/** Returns the style in which a scalar is written. */
export function styleOf({ type }: Scalar): ScalarStyle {
  if (type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL) return 'block'
  return type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE ? 'quoted' : 'plain'
}

/** Makes text storable: PostgreSQL takes neither NUL nor half a surrogate pair. */
export function mend(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/**
 * Value of an unquoted scalar: a number or a boolean only where JSON writes it with the same
 * characters, so that `String(value)` returns the source; null for `null`, `~` and nothing.
 */
export function plainValue(text: string): JsonValue {
  if (text === '' || text === '~' || text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  const number = Number(text)
  return JSON.stringify(number) === text ? number : text
}
