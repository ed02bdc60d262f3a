import type { Database } from '@/lib/db/client'
import { findMeta, upsertMeta } from '@/lib/store/write/meta'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { DocumentFile } from './document-file'

/** Fact about the store: the highest number that a completed import has given. */
const LAST_ORDER = 'importOrder'

/** The numbers that one import gives to the documents that it stores. */
export interface ImportOrder {
  numberOf: (file: DocumentFile) => number
  /** The highest number it gives. */
  last: number
}

/**
 * Chooses the numbers of an import: one for all documents, except that those with a place in a
 * manifest have lower ones, in that order. An import that continues an interrupted one gives the
 * same numbers.
 *
 * @param places places in import order, from 0, by the real path of a file
 */
export async function beginOrder(
  database: Database,
  places: ReadonlyMap<string, number>,
): Promise<ImportOrder> {
  const first = Number((await findMeta(database, LAST_ORDER)) ?? 0) + 1
  const last = first + Math.max(-1, ...places.values()) + 1
  const numberOf = ({ origin }: DocumentFile) => {
    const place = places.get(origin)
    return place === undefined ? last : first + place
  }
  return { numberOf, last }
}

/** Records that an import is complete, so that the next one gives higher numbers. */
export async function endOrder(database: Database, { last }: ImportOrder): Promise<void> {
  await writeTransaction(database, async (tx) => {
    const stored = Number((await findMeta(tx, LAST_ORDER)) ?? 0)
    if (last > stored) await upsertMeta(tx, LAST_ORDER, String(last))
  })
}
