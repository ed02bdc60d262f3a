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
