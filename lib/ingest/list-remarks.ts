import { CST, Lexer } from 'yaml'

/** A part of a YAML source that is in no value. */
export interface Remark {
  type: 'comment' | 'directive' | 'mark of a key'
  /** Of its first character, in UTF-16 units. */
  offset: number
  /** Without its line end. */
  text: string
  /** Set between the brackets of a flow collection. */
  isInFlow: boolean
}

/** Tokens by which the lexer announces what follows; they are no part of the source. */
const MARKERS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END])

const REMARKS: Record<string, Remark['type']> = {
  comment: 'comment',
  'directive-line': 'directive',
  'explicit-key-ind': 'mark of a key',
}

const DEPTH_CHANGES: Record<string, number> = {
  'flow-map-start': 1,
  'flow-seq-start': 1,
  'flow-map-end': -1,
  'flow-seq-end': -1,
}

/** Lists what the parser reads and drops, in the order of the source. */
export function listRemarks(yaml: string): Remark[] {
  const remarks: Remark[] = []
  let offset = 0
  let depth = 0
  let isScalar = false
  for (const token of new Lexer().lex(yaml)) {
    if (!isScalar && token === CST.SCALAR) {
      isScalar = true
      continue
    }
    if (!isScalar && MARKERS.has(token)) continue
    const type = isScalar ? 'scalar' : CST.tokenType(token)
    isScalar = false
    depth += DEPTH_CHANGES[type ?? ''] ?? 0
    const remark = REMARKS[type ?? '']
    if (remark) remarks.push({ type: remark, offset, text: token.trimEnd(), isInFlow: depth > 0 })
    offset += token.length
  }
  return remarks
}
