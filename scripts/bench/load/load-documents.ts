import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@/lib/db/client'
import { databaseFile, databaseProvider } from '@/lib/db/url'
import type { IncomingDocument } from '@/lib/ingest/gather-subjects'
import { importDocuments } from '@/lib/ingest/import-documents'
import { STORY_COUNT_KEY } from '@/lib/store/kept-counts'
import { bumpContentVersion, upsertMeta } from '@/lib/store/write/meta'
import { writeTransaction } from '@/lib/store/write/transaction'
import { migrate } from '@/prisma/migrate'
import type { BulkWriter, Row } from './bulk-writer'
import { openPostgresWriter } from './postgres-writer'
import { type AddRow, RowMaker } from './rows'
import { openSqliteWriter } from './sqlite-writer'

/** Documents whose rows are held before they are written. */
const BATCH = 500

/**
 * Fills an empty database with documents, as an import of them would, but many
 * times faster, since nothing that is stored has to be looked at.
 *
 * @param url an empty database that nobody else uses; without tables they are made
 * @param stories documents, those that speak of the same pieces together
 * @param now documents whose publication date lies after it are held until then
 * @param onProgress is told how many documents are on their way
 */
export async function loadDocuments(
  url: string,
  stories: Iterable<IncomingDocument[]>,
  { now, onProgress = () => {} }: { now: Date; onProgress?: (documents: number) => void },
): Promise<void> {
  await prepare(url, now)
  const writer = await openWriter(url)
  const held = new Map<string, Row[]>()
  const add: AddRow = (table, row) => {
    const list = held.get(table)
    if (list) list.push(row)
    else held.set(table, [row])
  }
  const rows = new RowMaker(add, now, databaseProvider(url))
  let documents = 0
  let waiting = 0
  for (const story of stories) {
    rows.addStory(story)
    documents += story.length
    waiting += story.length
    if (waiting < BATCH) continue
    await writeAll(writer, held)
    onProgress(documents)
    waiting = 0
  }
  rows.subjects.addRows(add)
  await writeAll(writer, held)
  await writer.finish()
  await announce(url, rows.subjects.stories)
}

async function writeAll(writer: BulkWriter, held: Map<string, Row[]>): Promise<void> {
  for (const [table, rows] of held) await writer.insert(table, rows)
  held.clear()
}

/** Importing nothing writes down by which rules the store was made. */
async function prepare(url: string, now: Date): Promise<void> {
  await migrate(url)
  const database = openDatabase(url)
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-empty-'))
  await importDocuments(database, [folder], { now })
  await rm(folder, { recursive: true })
  await database.$close()
}

async function openWriter(url: string): Promise<BulkWriter> {
  if (databaseProvider(url) === 'postgresql') return openPostgresWriter(url)
  return openSqliteWriter(databaseFile(url))
}

/** Writes down how many stories there are, and that readers see something else from now on. */
async function announce(url: string, stories: number): Promise<void> {
  const database = openDatabase(url)
  await writeTransaction(database, async (tx) => {
    await upsertMeta(tx, STORY_COUNT_KEY, String(stories))
    await bumpContentVersion(tx)
  })
  await database.$close()
}
