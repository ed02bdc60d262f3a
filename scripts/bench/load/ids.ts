/** Gives numbers from 1, one for each key. */
export class Ids {
  private readonly ids = new Map<string, number>()

  /** The key's number: a new one when the key is new. */
  of(key: string): number {
    const id = this.ids.get(key) ?? this.ids.size + 1
    this.ids.set(key, id)
    return id
  }

  /** Every key with its number, in order. */
  entries(): IterableIterator<[string, number]> {
    return this.ids.entries()
  }
}
