import { openDatabase, type Database } from '@/lib/db/client'

const shared = globalThis as typeof globalThis & { hotsheetDatabase?: Database }

/** The one open database of this process; it outlives reloads of the code in development. */
export function sharedDatabase(): Database {
  return (shared.hotsheetDatabase ??= openDatabase())
}
