import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ProviderContent } from '@/lib/document'
import { chunksOf } from './chunks'

/** Providers at a time: of each, two values are bound, and Prisma splits no statement with two lists. */
const CHUNK = 400

// A tab stands in no name: `cleanLine` and host names hold none.
const keyOf = ({ domain, name }: ProviderContent) => `${domain}\t${name}`

/**
 * Finds providers, adding those that are new.
 *
 * @returns a look-up from a provider to its id
 */
export async function saveProviders(
  tx: Transaction,
  providers: ProviderContent[],
): Promise<(provider: ProviderContent | null) => number | null> {
  const wanted = new Map(providers.map((provider) => [keyOf(provider), provider]))
  const ids = new Map<string, number>()
  for (const chunk of chunksOf([...wanted.values()], CHUNK)) {
    // Both, since their index begins with the domain.
    const where = {
      domain: { in: [...new Set(chunk.map(({ domain }) => domain))] },
      name: { in: [...new Set(chunk.map(({ name }) => name))] },
    }
    for (const row of await tx.provider.findMany({ where })) ids.set(keyOf(row), row.id)
  }
  const missing = [...wanted].filter(([key]) => !ids.has(key)).map(([, provider]) => provider)
  if (missing.length > 0) {
    const data = missing.map(({ domain, name }) => ({ domain, name }))
    for (const row of await tx.provider.createManyAndReturn({ data })) ids.set(keyOf(row), row.id)
  }
  return (provider) => (provider ? (ids.get(keyOf(provider)) ?? null) : null)
}

/** Forgets those of the providers of whom no article is left. */
export async function removeUnusedProviders(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    DELETE FROM "Provider" WHERE "id" IN (${Prisma.join(ids)}) AND NOT EXISTS (
      SELECT 1 FROM "Article" WHERE "providerId" = "Provider"."id")`
}
