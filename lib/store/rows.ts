import type { ProviderInfo } from '@/lib/article'

/** Columns of a joined provider, null where the article has none. */
export interface ProviderColumns {
  providerName: string | null
  providerDomain: string | null
}

/** The provider that a row's joined columns name, if any. */
export function toProvider({ providerName, providerDomain }: ProviderColumns): ProviderInfo | null {
  return providerName === null ? null : { name: providerName, domain: providerDomain ?? '' }
}

/** Rows gathered by the article that they belong to, in their order. */
export function groupBy<Row, Item>(
  rows: Row[],
  keyOf: (row: Row) => number,
  itemOf: (row: Row) => Item,
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(itemOf(row))
    else groups.set(keyOf(row), [itemOf(row)])
  }
  return groups
}
