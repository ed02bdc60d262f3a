import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { findMeta, upsertMeta } from '@/lib/store/write/meta'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { DocumentFile } from './document-file'

/**
 * The file in an exported folder that lists documents in the order in which they were imported:
 * those of articles with several documents whose dates and names say another order.
 */
export const ORDER_FILE = '.hotsheet-order.json'

/** Fact about the store: the highest number that a completed import has given. */
const LAST_ORDER = 'importOrder'

const names = z.array(z.string())

/** The numbers that one import gives to the documents that it stores. */
export interface ImportOrder {
  numberOf: (file: DocumentFile) => number
  /** The highest number it gives. */
  last: number
}

/**
 * Chooses the numbers of an import: one for all documents, except that those in a folder's
 * {@link ORDER_FILE} have lower ones, in the order of that file. An import that continues an
 * interrupted one gives the same numbers.
 *
 * @param warnings receives a sentence for each order file that is ignored
 */
export async function beginOrder(
  database: Database,
  files: DocumentFile[],
  warnings: string[],
): Promise<ImportOrder> {
  const first = Number((await findMeta(database, LAST_ORDER)) ?? 0) + 1
  const places = new Map<string, number>()
  for (const folder of new Set(files.map((file) => file.folder))) {
    for (const name of await readOrder(path.join(folder, ORDER_FILE), warnings)) {
      places.set(path.join(folder, name.normalize('NFC')), places.size)
    }
  }
  const last = first + places.size
  return {
    numberOf: ({ folder, name }) => {
      const place = places.get(path.join(folder, name))
      return place === undefined ? last : first + place
    },
    last,
  }
}

/** Records that an import is complete, so that the next one gives higher numbers. */
export async function endOrder(database: Database, { last }: ImportOrder): Promise<void> {
  await writeTransaction(database, async (tx) => {
    const stored = Number((await findMeta(tx, LAST_ORDER)) ?? 0)
    if (last > stored) await upsertMeta(tx, LAST_ORDER, String(last))
  })
}

async function readOrder(file: string, warnings: string[]): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return []
  try {
    return names.parse(JSON.parse(text))
  } catch {
    warnings.push(`${file}: found no JSON list of document names: ignored`)
    return []
  }
}
