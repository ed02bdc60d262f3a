import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@/lib/db/client'
import { importDocuments } from '@/lib/ingest/import-documents'
import { reconcile } from '@/lib/ingest/reconcile'
import type { IncomingDocument } from '@/lib/ingest/gather-subjects'
import { writeTransaction } from '@/lib/store/write/transaction'
import { FIRST_SEEN, storiesOf } from '@/scripts/bench/corpus'
import { giveWay } from '@/scripts/give-way'

/** How long after the corpus further documents are seen; they are newer than all of it. */
const LATER = 30 * 86_400_000
/** Documents that are written in one transaction while others read. */
const BATCH = 20

const now = new Date(+FIRST_SEEN + LATER)

/** Milliseconds that importing one new document takes, as `npm run import` does it; they are taken out again. */
export async function importItems(database: Database, times: number): Promise<number[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-item-'))
  const documents = furtherDocuments(times)
  await remove(database, documents)
  const samples: number[] = []
  for (const { name, source } of documents) {
    const file = path.join(folder, name)
    await writeFile(file, source)
    const started = performance.now()
    await importDocuments(database, [file], { now })
    samples.push(performance.now() - started)
  }
  await remove(database, documents)
  await rm(folder, { recursive: true })
  return samples
}

/**
 * Writes documents at a steady pace, then takes them out again.
 *
 * @param rows how many rows a second
 * @returns how many rows a second there were
 */
export async function write(database: Database, rows: number, seconds: number): Promise<number> {
  // As `npm run import` does.
  giveWay()
  const documents = furtherDocuments(Math.ceil((rows * seconds) / 10))
  await remove(database, documents)
  const written: IncomingDocument[] = []
  const started = performance.now()
  let count = 0
  while (performance.now() - started < seconds * 1_000 && written.length < documents.length) {
    const batch = documents.slice(written.length, written.length + BATCH)
    await writeTransaction(database, (tx) => reconcile(tx, { put: batch, removed: [] }, now))
    written.push(...batch)
    count += batch.reduce((sum, document) => sum + rowsOf(document), 0)
    await wait(Math.max(0, (count / rows) * 1_000 - (performance.now() - started)))
  }
  const rate = count / ((performance.now() - started) / 1_000)
  await remove(database, written)
  return rate
}

/** Rows that a document becomes: itself, its article, its pictures, topics and places in feeds. */
function rowsOf({ content: { images, topics, related } }: IncomingDocument): number {
  return 2 + images.length + 2 * topics.length + 1 + 3 * related.length
}

function furtherDocuments(count: number): IncomingDocument[] {
  const documents: IncomingDocument[] = []
  for (let day = -1; documents.length < count; day -= 1) {
    documents.push(...[...storiesOf(day)].flat())
  }
  return documents.slice(0, count)
}

/** Also what an interrupted measurement left behind. */
async function remove(database: Database, documents: IncomingDocument[]): Promise<void> {
  for (let start = 0; start < documents.length; start += 100) {
    const removed = documents.slice(start, start + 100).map(({ name }) => name)
    await writeTransaction(database, (tx) => reconcile(tx, { put: [], removed }, now))
  }
}
