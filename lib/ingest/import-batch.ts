import type { Database } from '@/lib/db/client'
import { findStory, saveOrigins } from '@/lib/store/write/documents'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { DocumentFile } from './document-file'
import type { Identified, Identities } from './identify-documents'
import type { ImportOptions } from './import-options'
import type { ImportOrder } from './import-order'
import { type ImportReport, refuse } from './import-report'
import type { Problem } from './problem'
import { type RawFile, readDocument, readRaw, type ReadResult } from './read-documents'
import { hasAddress } from './same-story'
import { type Change, storeDocuments } from './store-documents'

/** The longest path of a file that is stored, in bytes; PostgreSQL cannot index values of more than 2,704. */
const MAX_ORIGIN_BYTES = 2_000

/** An import under way. */
export interface ImportRun {
  database: Database
  options: ImportOptions
  report: ImportReport
  identities: Identities
  order: ImportOrder
  /** Names of stored documents that are, or may be, among the files: also of files that were refused. */
  present: Set<string>
  /** Fields that Hotsheet does not know, with how many documents have them. */
  unknown: Map<string, number>
  /** Documents that an older version stored under another name. */
  renamed: { from: string; to: string }[]
}

/** What a batch changes in the store. */
interface Batch {
  changes: Change[]
  /** Unchanged documents whose file is elsewhere now. */
  moved: { name: string; origin: string | null }[]
}

/** Imports some of an import's files, in one transaction. */
export async function importBatch(run: ImportRun, files: DocumentFile[]): Promise<void> {
  const { database, options, report } = run
  await run.identities.load(files)
  const batch: Batch = { changes: [], moved: [] }
  for (const file of files) {
    const problems = await addFile(run, file, batch)
    if (problems.length === 0) continue
    refuse(report, problems)
    for (const name of run.identities.possibleNames(file)) run.present.add(name)
  }
  if (batch.moved.length > 0 && !report.dryRun) {
    await writeTransaction(database, (tx) => saveOrigins(tx, batch.moved))
  }
  const failed = await storeDocuments(database, batch.changes, options.now, report)
  refuse(report, failed)
  const failedNames = new Set(failed.map(({ file }) => file))
  for (const { document, replaces, isNew } of batch.changes) {
    if (failedNames.has(document.name)) continue
    const { published, publishedAt } = document.content
    if (published && publishedAt > options.now) report.held.push(document.name)
    report[isNew ? 'added' : 'updated'].push(document.name)
    if (replaces !== null) run.renamed.push({ from: replaces, to: document.name })
  }
}

/** @returns why the file was refused; nothing when it was not */
async function addFile(run: ImportRun, file: DocumentFile, batch: Batch): Promise<Problem[]> {
  const raw = readRaw(file)
  if (!('bytes' in raw)) return [raw]
  let result: ReadResult | null = null
  const read = () => (result ??= readDocument(raw, run.options.now))
  const found = await run.identities.identify(raw, () => {
    const each = read()
    return each.ok ? each.document.content : null
  })
  if (found.kind === 'taken') return [sameName(file, found.by)]
  if (found.kind === 'document') return addDocument(run, raw, found, read, batch)
  if (found.kind === 'copy') run.report.unchanged++
  const again = found.kind === 'unreadable' ? read() : null
  return again?.ok === false ? again.problems : []
}

async function addDocument(
  run: ImportRun,
  raw: RawFile,
  { name, stored, replaces }: Extract<Identified, { kind: 'document' }>,
  read: () => ReadResult,
  batch: Batch,
): Promise<Problem[]> {
  const origin = Buffer.byteLength(raw.origin) > MAX_ORIGIN_BYTES ? null : raw.origin
  if (stored?.hash === raw.hash && !replaces) {
    if (stored.origin !== origin) batch.moved.push({ name, origin })
    run.report.unchanged++
  } else {
    const result = name === raw.name ? read() : readDocument({ ...raw, name }, run.options.now)
    if (!result.ok) return result.problems
    const { document, unknown, warnings } = result
    run.report.warnings.push(...warnings)
    for (const field of unknown) run.unknown.set(field, (run.unknown.get(field) ?? 0) + 1)
    const same = [stored, replaces].find((each) => each?.hash === raw.hash)
    const importOrder = same?.importOrder ?? run.order.numberOf(raw)
    const change = { ...document, origin, importOrder }
    await warnAboutFolder(run, raw, name, stored, change.content.title)
    batch.changes.push({
      document: change,
      replaces: replaces?.name ?? null,
      isNew: !stored && !replaces,
    })
  }
  run.identities.claim(name, raw)
  run.present.add(name)
  return []
}

/** Warns where the same name in two folders may surprise: a second document, or another headline. */
async function warnAboutFolder(
  { database, report }: ImportRun,
  { path, name: wanted, origin }: RawFile,
  name: string,
  stored: Extract<Identified, { kind: 'document' }>['stored'],
  title: string,
): Promise<void> {
  if (!stored) {
    if (name === wanted) return
    report.warnings.push(
      `${path}: ${wanted} came from another folder with another article: both stay, this one as ${name}`,
    )
  } else if (stored.origin !== null && stored.origin !== origin) {
    const story = await findStory(database, name)
    if (!story || hasAddress(story) || story.title === title) return
    report.warnings.push(
      `${path}: replaces ${name} from another folder: "${story.title}" is now "${title}"`,
    )
  }
}

function sameName(file: DocumentFile, other: string): Problem {
  return {
    file: file.path,
    line: 0,
    field: '',
    found: `the same name as ${other}`,
    expected: 'a name of its own',
    advice: 'Rename one of the two; names that differ only in Unicode form are the same name.',
  }
}
