/** Fields that hold words of any kind, and what holds such fields. */
const WORDS =
  /^(?:related\.\d+\.)?(?:category|title|excerpt|type|secured|(?:webU|originalU|sourceU|ampWebU|cdnAmpWebU|ampU|cdnAmpU)rl|provider(?:\.(?:name|domain))?|topics(?:\.\d+)?|images(?:\.\d+(?:\.url)?)?|related(?:\.\d+)?)$/

/** Fields whose values have a syntax of their own, to which nothing can be added by mistake. */
const SYNTAX =
  /^(?:related\.\d+\.)?(?:publishedDateTime|lang|quality|heat|published|images\.\d+\.(?:width|height|isCached))$/

/** Kind of a field: free words, a value with a syntax such as a date or a number, or one that Hotsheet does not know. */
export type FieldKind = 'words' | 'syntax' | 'unknown'

/** Returns the kind of the field at a path of the front matter. */
export function fieldKind(path: readonly PropertyKey[]): FieldKind {
  const name = path.map(String).join('.')
  if (WORDS.test(name)) return 'words'
  return SYNTAX.test(name) ? 'syntax' : 'unknown'
}

/** Writes a path as messages show it, such as `related[2].webUrl`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
