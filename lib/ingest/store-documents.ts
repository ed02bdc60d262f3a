import { existsSync } from 'node:fs'
import type { Database } from '@/lib/db/client'
import { isOwnFault } from '@/lib/store/write/own-fault'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { IncomingDocument } from './gather-subjects'
import type { ImportReport } from './import-report'
import type { Problem } from './problem'
import { reconcile, type Reconciled } from './reconcile'

/** A document to store. */
export interface Change {
  document: IncomingDocument
  /** Name of a stored document that goes, since it is the same one; null for none. */
  replaces: string | null
  isNew: boolean
}

/**
 * Stores documents in one transaction. If the database refuses it because of
 * one of them, each is tried in a transaction of its own.
 *
 * @returns problems of those that the database refused
 * @throws what is wrong with the database itself
 */
export async function storeDocuments(
  database: Database,
  changes: Change[],
  now: Date,
  report: ImportReport,
): Promise<Problem[]> {
  if (changes.length === 0 || report.dryRun) return []
  try {
    const put = changes.map(({ document }) => document)
    const removed = changes.flatMap(({ replaces }) => replaces ?? [])
    const { doubles, left } = await writeTransaction(database, (tx) =>
      reconcile(tx, { put, removed }, now),
    )
    report.warnings.push(...left.map(leftWarning), ...doubles.map(doubleWarning))
    return []
  } catch (error) {
    if (!isOwnFault(error)) throw error
    const [only] = changes
    if (changes.length === 1 && only) return [refusedByDatabase(only.document.name, error)]
  }
  const problems: Problem[] = []
  for (const change of changes) {
    problems.push(...(await storeDocuments(database, [change], now, report)))
  }
  return problems
}

function leftWarning({ name, from, to }: Reconciled['left'][number]): string {
  return `${name} described "${from}", which is gone; it now describes "${to}" at another address`
}

function doubleWarning(documents: IncomingDocument[]): string {
  const names = documents.map(({ name }) => name).join(', ')
  const gone = documents.filter(({ origin }) => origin !== null && !existsSync(origin))
  const advice = gone.map(
    ({ name }) =>
      `; the file of ${name} is gone: import the whole folder with --prune to remove it`,
  )
  return `${names} describe the same article: the last is shown, each is exported${advice.join('')}`
}

function refusedByDatabase(file: string, error: Error): Problem {
  return {
    file,
    line: 0,
    field: '',
    found: `what the database refuses (${error.message.trim().split('\n').at(-1)})`,
    expected: 'a document that can be stored',
    advice: 'Please report it with the file.',
  }
}
