import type { Database } from '@/lib/db/client'

/** Key of the Meta row that counts the changes readers can see. */
export const CONTENT_VERSION_KEY = 'contentVersion'

/** A number that has grown whenever something readers can see has changed; 0 before the first import. */
export async function readContentVersion(database: Database): Promise<number> {
  const row = await database.meta.findUnique({ where: { key: CONTENT_VERSION_KEY } })
  return Number(row?.value ?? 0)
}
