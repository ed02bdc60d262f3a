import type { JsonValue } from '@/lib/document'
import type { ScalarStyle } from './scalar-value'

/** Names and indices that lead to a field of the front matter. */
export type Path = readonly (string | number)[]

/** A scalar of the source, with offsets into the YAML. */
export interface Spot {
  path: Path
  role: 'key' | 'value'
  style: ScalarStyle | 'alias'
  start: number
  end: number
  /** Column of the key or dash that the scalar belongs to, from 0; text indented deeper would continue it. */
  indent: number
  value: JsonValue
  /** Set where the text held half a surrogate pair or NUL, which no database stores. */
  isMended: boolean
}

/** A tag or an anchor in front of a value. */
export interface Property {
  path: Path
  offset: number
  text: string
  style: Spot['style'] | 'collection'
}
