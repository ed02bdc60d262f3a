import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { importDocuments } from '@/lib/ingest/import-documents'
import { corpusDays, FIRST_SEEN } from './corpus'

// Imports a corpus into a migrated database, a day at a time, as `npm run import` does. Runs in a
// process of its own, whose memory is that of importing alone.

const { values } = parseArgs({ options: { url: { type: 'string' }, size: { type: 'string' } } })
const [url, size] = [values.url, Number(values.size)]
if (!url || !Number.isInteger(size)) throw new Error('Expected --url and --size.')

const database = openDatabase(url)
let milliseconds = 0
let count = 0
for (const documents of corpusDays(size)) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-corpus-'))
  for (const { name, source } of documents) await writeFile(path.join(folder, name), source)
  const started = performance.now()
  const { added, problems } = await importDocuments(database, [folder], { now: FIRST_SEEN })
  milliseconds += performance.now() - started
  await rm(folder, { recursive: true })
  if (added.length < documents.length) throw new Error(JSON.stringify(problems, null, 2))
  count += documents.length
  process.stdout.write(`${count} of ${size}\n`)
}
await database.$close()
const peakMib = process.resourceUsage().maxRSS / 1_024
process.stdout.write(`${JSON.stringify({ seconds: milliseconds / 1_000, peakMib })}\n`)
