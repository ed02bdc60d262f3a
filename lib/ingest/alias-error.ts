/** An alias that cannot be resolved, or that repeats too much. */
export class AliasError extends Error {
  override readonly name = 'AliasError'
  constructor(
    /** Of the alias in the YAML. */
    readonly offset: number,
    /** Of the field. */
    readonly path: readonly PropertyKey[],
    readonly found: string,
    readonly expected: string,
    readonly advice: string,
  ) {
    super(found)
  }
}
