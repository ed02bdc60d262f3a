import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { documentsOf, FIRST_SEEN } from '@/bench/corpus/corpus'
import type { Database } from '@/lib/db/client'
import type { IncomingDocument } from '@/lib/ingest/gather-subjects'
import { importDocuments } from '@/lib/ingest/import-documents'
import { reconcile } from '@/lib/ingest/reconcile'
import { writeTransaction } from '@/lib/store/write/transaction'

/** When further documents are seen: a month after the corpus, all of which they are newer than. */
const NOW = new Date(FIRST_SEEN.getTime() + 30 * 86_400_000)
/** Documents that one transaction writes. */
const BATCH = 20

/**
 * Imports new documents one by one, as `npm run import` does, and removes them again.
 *
 * @returns the time of each import, in ms
 */
export async function importItems(database: Database, times: number): Promise<number[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-item-'))
  const documents = furtherDocuments(times)
  await remove(database, documents)
  const samples: number[] = []
  for (const { name, source } of documents) {
    const file = path.join(folder, name)
    await writeFile(file, source)
    const started = performance.now()
    await importDocuments(database, [file], { now: NOW })
    samples.push(performance.now() - started)
  }
  await remove(database, documents)
  await rm(folder, { recursive: true })
  return samples
}

/**
 * Writes documents at a steady rate, and removes them again.
 *
 * @param rows wanted rows per second
 * @param onWriting is called when writing begins and ends
 * @returns rows per second that were reached
 */
export async function writeSteadily(
  database: Database,
  { rows, seconds }: { rows: number; seconds: number },
  onWriting: (writing: boolean) => void,
): Promise<number> {
  // A document becomes at least five rows: itself, an article, a picture, a topic and a feed entry.
  const documents = furtherDocuments(Math.ceil((rows * seconds) / 5))
  await remove(database, documents)
  onWriting(true)
  const started = performance.now()
  const elapsed = () => performance.now() - started
  let [written, count] = [0, 0]
  while (elapsed() < seconds * 1_000 && written < documents.length) {
    const put = documents.slice(written, written + BATCH)
    await writeTransaction(database, (tx) => reconcile(tx, { put, removed: [] }, NOW))
    written += put.length
    count += put.reduce((sum, document) => sum + rowsOf(document), 0)
    await sleep(Math.max(0, (count / rows) * 1_000 - elapsed()))
  }
  const rate = count / (elapsed() / 1_000)
  onWriting(false)
  await remove(database, documents.slice(0, written))
  return rate
}

/** Counts the rows that a document becomes: itself, articles, pictures, topics and feed entries. */
function rowsOf({ content: { images, topics, related } }: IncomingDocument): number {
  return 2 + images.length + 2 * topics.length + 1 + 3 * related.length
}

function furtherDocuments(count: number): IncomingDocument[] {
  const documents: IncomingDocument[] = []
  for (let day = -1; documents.length < count; day -= 1) documents.push(...documentsOf(day))
  return documents.slice(0, count)
}

/** Removes documents, also those that an interrupted measurement left behind. */
async function remove(database: Database, documents: IncomingDocument[]): Promise<void> {
  for (let start = 0; start < documents.length; start += 100) {
    const removed = documents.slice(start, start + 100).map(({ name }) => name)
    await writeTransaction(database, (tx) => reconcile(tx, { put: [], removed }, NOW))
  }
}
